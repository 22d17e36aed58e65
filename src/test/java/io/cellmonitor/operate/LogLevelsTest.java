package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.startsWith;

import io.cellmonitor.access.Callers;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LogLevelsTest {

    private static final String ROUTE = "/api/v1/log-levels";
    private static final String BUS = ROUTE + "/io.cellmonitor.bus";

    @AfterEach
    void reset() {
        Callers.admin().delete(BUS).then().statusCode(204);
    }

    @Test
    void anAdminHearsMoreOfOnePackageAndThenAsBefore() {
        Logger heard = Logger.getLogger("io.cellmonitor.bus.GroupReader");
        assertThat(heard.isDebugEnabled()).isFalse();

        Callers.admin()
                .body(Map.of("level", "DEBUG"))
                .put(BUS)
                .then()
                .statusCode(200)
                .body("logger", equalTo("io.cellmonitor.bus"))
                .body("level", equalTo("DEBUG"))
                .body("changed", equalTo(true));
        assertThat(heard.isDebugEnabled()).isTrue();
        assertThat(Logger.getLogger("io.cellmonitor.live.LiveHub").isDebugEnabled())
                .isFalse();

        Callers.admin().delete(BUS).then().statusCode(204);
        assertThat(heard.isDebugEnabled()).isFalse();
    }

    @Test
    void whatIsSetTwiceIsResetToWhatWasConfigured() {
        Logger heard = Logger.getLogger("io.cellmonitor.bus.GroupReader");

        for (String level : List.of("DEBUG", "ERROR", "DEBUG")) {
            Callers.admin().body(Map.of("level", level)).put(BUS).then().statusCode(200);
        }
        Callers.admin().delete(BUS).then().statusCode(204);

        assertThat(heard.isDebugEnabled()).isFalse();
        assertThat(heard.isInfoEnabled()).isTrue();
    }

    /** Promise 11: what other libraries say at their finer levels may hold what students wrote. */
    @Test
    void promise11_onlyOurOwnPackagesCanBeHeard() {
        Callers.admin()
                .get(ROUTE)
                .then()
                .statusCode(200)
                .body("loggers.logger", hasItems("io.cellmonitor", "io.cellmonitor.bus"))
                .body("loggers.logger", everyItem(startsWith("io.cellmonitor")));
        for (String other :
                List.of("io.vertx", "io.vertx.sqlclient", "org.hibernate", "io.cellmonitor.no.such", "io")) {
            Callers.admin()
                    .body(Map.of("level", "DEBUG"))
                    .put(ROUTE + "/" + other)
                    .then()
                    .statusCode(404);
        }
    }

    @Test
    void aLevelThatIsNoneIsRefused() {
        Callers.admin()
                .body(Map.of("level", "ALL"))
                .put(BUS)
                .then()
                .statusCode(422)
                .body("field", equalTo("level"))
                .body("limit", equalTo("ERROR, WARN, INFO, DEBUG"));
    }

    @Test
    void nobodyButAnAdminMay() {
        TaughtClassroom.open().asTeacher().get(ROUTE).then().statusCode(403);
    }
}
