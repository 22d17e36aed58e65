package io.cellmonitor.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.cellmonitor.trace.Tracing;
import io.prometheus.client.exemplars.ExemplarSampler;
import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tracing is off unless it is configured, whatever senders wish. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class UntracedEventsTest {

    @Inject
    Tracing tracing;

    @Inject
    RedisDataSource redis;

    @Inject
    Vertx vertx;

    @Inject
    Optional<ExemplarSampler> exemplars;

    @Test
    void aSenderWhoWantsATraceLeavesNoneInTheLog() {
        TaughtClassroom.open()
                .asSender()
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body("{\"eventType\":\"cell_executed\",\"userId\":\"u\",\"notebookPath\":\"a.ipynb\"}")
                .post("/api/v1/events")
                .then()
                .statusCode(202);

        assertThat(fieldsOfTheLastEntry()).containsExactly("e", "s", "n");
    }

    @Test
    void nobodyIsAskedForASpan() {
        assertThat(tracing.isOn()).isFalse();
        assertThat(((VertxInternal) vertx).tracer()).isNull();
        assertThat(exemplars).isEmpty();
    }

    private List<String> fieldsOfTheLastEntry() {
        Response entry =
                redis.execute("XREVRANGE", "events:{0}", "+", "-", "COUNT", "1").get(0);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < entry.get(1).size(); i += 2) {
            names.add(entry.get(1).get(i).toString());
        }
        return names;
    }
}
