package io.cellmonitor.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SignInTest {

    private static final String NAME = "demo-teacher";
    private static final String PASSWORD = "demo-teacher-password";

    @Test
    void theDemoTeacherSignsInAndTeachesTheDemoClass() {
        Callers.with(Callers.cookie("Demo-Teacher", PASSWORD))
                .get("/api/v1/session")
                .then()
                .statusCode(200)
                .body("username", equalTo(NAME))
                .body("role", equalTo("teacher"))
                .body("classes.id", hasItem(DemoClass.ID.toString()));
    }

    @Test
    void theCookieIsOutOfReachForScriptsAndOtherSites() {
        String header = Callers.signIn(NAME, PASSWORD).header("Set-Cookie");
        assertThat(header)
                .containsIgnoringCase("HttpOnly")
                .contains("SameSite=Strict", "Path=/")
                .doesNotContain("Secure");
    }

    @Test
    void aWrongPasswordAndAnUnknownNameGetTheSameAnswer() {
        Response wrong = Callers.signIn(NAME, "not-the-password");
        Response unknown = Callers.signIn("nobody-" + UUID.randomUUID(), "not-the-password");
        wrong.then().statusCode(401).contentType("application/problem+json");
        unknown.then().statusCode(401);
        assertThat(unknown.body().asString()).isEqualTo(wrong.body().asString());
    }

    @Test
    void guessingIsLimitedForNamesThatDoNotExistToo() {
        String name = "guessed-" + UUID.randomUUID();
        for (int i = 0; i < 5; i++) {
            Callers.signIn(name, "guess").then().statusCode(401);
        }
        Response limited = Callers.signIn(name, "guess");
        limited.then().statusCode(429).body("status", equalTo(429));
        assertThat(Integer.parseInt(limited.header("Retry-After"))).isBetween(1, 10);
    }

    @Test
    void signingOutEndsTheSessionAtOnce() {
        String cookie = Callers.cookie(NAME, PASSWORD);
        Callers.with(cookie).get("/api/v1/classes").then().statusCode(200);
        Callers.with(cookie).delete("/api/v1/session").then().statusCode(204);
        Callers.with(cookie).get("/api/v1/classes").then().statusCode(401).contentType("application/problem+json");
    }

    @Test
    void ourOwnPageSignsOutWithItsOrigin() {
        Callers.with(Callers.cookie(NAME, PASSWORD))
                .header("Origin", "http://localhost:" + RestAssured.port)
                .header("Host", "localhost:" + RestAssured.port)
                .delete("/api/v1/session")
                .then()
                .statusCode(204);
    }

    @Test
    void anAllowedOriginMayNotReadWithTheTeachersCookie() {
        Callers.with(Callers.cookie(NAME, PASSWORD))
                .header("Origin", "http://localhost:8888")
                .get("/api/v1/session")
                .then()
                .header("Access-Control-Allow-Credentials", not(equalTo("true")));
    }

    @Test
    void anotherSitesPageCannotSignAnybodyOut() {
        String cookie = Callers.cookie(NAME, PASSWORD);
        Callers.with(cookie)
                .header("Origin", "https://evil.example")
                .delete("/api/v1/session")
                .then()
                .statusCode(403)
                .contentType("application/problem+json");
        Callers.with(cookie).get("/api/v1/session").then().statusCode(200);
    }

    @Test
    void aMissingPasswordIsNamed() {
        given().contentType(ContentType.JSON)
                .body("{\"username\":\"x\"}")
                .post("/api/v1/session")
                .then()
                .statusCode(422)
                .body("field", equalTo("password"))
                .body("limit", notNullValue());
    }
}
