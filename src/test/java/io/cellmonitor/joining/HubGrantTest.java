package io.cellmonitor.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tokens by a JupyterHub. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(TestHub.class)
class HubGrantTest {

    private static Response ask(String token) {
        return Students.ask(Map.of("grant", "jupyterhub", "hub", TestHub.NAME, "hub_token", token));
    }

    @Test
    void aUsersTokenSaysWhoItIs() {
        Response answer = ask(TestHub.TOKEN);
        answer.then()
                .statusCode(200)
                .body("student.display_name", equalTo(TestHub.USER))
                .body("student.verified", equalTo(true))
                .body("class.id", equalTo(DemoClass.ID.toString()));
        Students.send(answer.path("token"), "{\"eventType\":\"help\"}").then().statusCode(202);
    }

    @Test
    void theUserIsTheSameAsByTheKeyOfTheRealm() {
        String byDoor = Students.ask(Map.of("grant", "open_door", "userName", TestHub.USER))
                .path("student.id");
        assertThat(ask(TestHub.TOKEN).<String>path("student.id")).isEqualTo(byDoor);
    }

    @Test
    void aWrongTokenIsRefusedAndNotTriedAgain() {
        int before = TestHub.asked();
        ask("wrong").then().statusCode(401).body("field", equalTo("hub_token"));
        assertThat(TestHub.asked() - before).isEqualTo(1);
        ask("").then().statusCode(422).body("field", equalTo("hub_token"));
        ask("a\r\nHost: b").then().statusCode(422).body("field", equalTo("hub_token"));
    }

    @Test
    void aTokenOfAServiceIsNobodys() {
        ask(TestHub.SERVICE_TOKEN).then().statusCode(401);
    }

    @Test
    void aHubThatFailsIsAskedAgainAndNotForEver() {
        TestHub.failNext(2);
        ask(TestHub.TOKEN).then().statusCode(200);
        int before = TestHub.asked();
        TestHub.failNext(100);
        ask(TestHub.TOKEN).then().statusCode(503).header("Retry-After", equalTo("5"));
        assertThat(TestHub.asked() - before).isEqualTo(3);
        TestHub.failNext(0);
    }

    @Test
    void withSeveralHubsOneIsNamed() {
        Students.ask(Map.of("grant", "jupyterhub", "hub_token", TestHub.TOKEN))
                .then()
                .statusCode(422)
                .body("field", equalTo("hub"));
        Students.ask(Map.of("grant", "jupyterhub", "hub", "away", "hub_token", TestHub.TOKEN))
                .then()
                .statusCode(503);
    }

    @Test
    void aTokenStandsInNoLog() throws IOException {
        ask(TestHub.TOKEN).then().statusCode(200);
        TestHub.failNext(100);
        ask(TestHub.TOKEN).then().statusCode(503);
        TestHub.failNext(0);
        assertThat(TestHub.logged()).isNotEmpty().noneMatch(line -> line.contains(TestHub.TOKEN));
    }
}
