package io.cellmonitor.access;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who may send, asked of a route of the tests' own on a sender's path. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SendersTest {

    private static final String ROUTE = "/api/v1/test/events/who-sends";

    private static Response newKey(Object classes) {
        return Callers.admin()
                .body(Map.of("name", "hub", "realm", "school", "classes", classes, "trusted", true))
                .post("/api/v1/keys");
    }

    @Test
    void aKeySendsForItsClasses() {
        Response made = newKey(List.of(DemoClass.ID));
        made.then().statusCode(201).body("key", startsWith("cm_"));
        given().header("Authorization", "Bearer " + made.path("key"))
                .get(ROUTE)
                .then()
                .statusCode(200)
                .body("realm", equalTo("school"))
                .body("trusted", equalTo(true))
                .body("openDoor", equalTo(false))
                .body("classes[0]", equalTo(DemoClass.ID.toString()));
    }

    @Test
    void aKeyForAClassThatIsNotIsRefused() {
        newKey(List.of(UUID.randomUUID())).then().statusCode(422).body("field", equalTo("classes"));
    }

    @Test
    void aWrongKeyIsRefusedWhereTheDoorIsOpen() {
        given().header("Authorization", "Bearer cm_wrong")
                .get(ROUTE)
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
    }

    @Test
    void theOpenDoorIsForTheDemoClass() {
        given().get(ROUTE)
                .then()
                .statusCode(200)
                .body("openDoor", equalTo(true))
                .body("classes[0]", equalTo(DemoClass.ID.toString()));
        given().header("Origin", "http://localhost:8888").get(ROUTE).then().statusCode(200);
    }

    @Test
    void theOpenDoorIsShutForOtherSitesAndReboundNames() {
        given().header("Origin", "https://evil.example")
                .contentType(ContentType.JSON)
                .post(ROUTE)
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        given().header("Origin", "null").get(ROUTE).then().statusCode(403);
        given().header("Host", "evil.example:8080").get(ROUTE).then().statusCode(403);
    }

    @Test
    void theOpenDoorOpensNothingElse() {
        given().get("/api/v1/classes").then().statusCode(401);
    }
}
