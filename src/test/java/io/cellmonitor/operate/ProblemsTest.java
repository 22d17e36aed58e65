package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Method;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ProblemsTest {

    private static final String PROBLEM = "application/problem+json";

    @Test
    void anUnknownPathIsAProblem() {
        given().get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .contentType(PROBLEM)
                .body("status", equalTo(404));
    }

    @Test
    void anUnknownPathIsAProblemForEveryMethodAndOutsideOfTheInterfaceToo() {
        for (String path :
                List.of("/nothing", "/api/v1/nothing", "/dashboard/assets/none.js", "/ws/nothing", "/q/nothing")) {
            for (Method method : List.of(Method.GET, Method.POST, Method.PUT, Method.DELETE)) {
                given().request(method, path)
                        .then()
                        .statusCode(404)
                        .contentType(PROBLEM)
                        .body("status", equalTo(404));
            }
        }
    }

    @Test
    void anAcceptHeaderThatNothingSatisfiesIsAProblem() {
        given().accept("image/png")
                .get("/api/v1/asyncapi.yaml")
                .then()
                .statusCode(406)
                .contentType(PROBLEM)
                .body("field", equalTo("Accept"))
                .body("limit", notNullValue());
    }

    @Test
    void aWrongMediaTypeIsAProblem() {
        given().contentType(ContentType.TEXT)
                .body("hello")
                .post("/api/v1/session")
                .then()
                .statusCode(415)
                .contentType(PROBLEM)
                .body("field", equalTo("Content-Type"))
                .body("limit", equalTo("application/json"));
    }

    @Test
    void brokenJsonIsAProblemThatDoesNotQuoteIt() {
        given().contentType(ContentType.JSON)
                .body("{\"username\": planted-name")
                .post("/api/v1/session")
                .then()
                .statusCode(400)
                .contentType(PROBLEM)
                .body(not(containsString("planted-name")));
    }

    @Test
    void jsonOfAnotherFormIsAProblemThatDoesNotQuoteIt() {
        for (String body : List.of("[]", "\"planted-name\"", "{\"username\":{\"planted-name\":1}}")) {
            given().contentType(ContentType.JSON)
                    .body(body)
                    .post("/api/v1/session")
                    .then()
                    .statusCode(400)
                    .contentType(PROBLEM)
                    .body("field", notNullValue())
                    .body("limit", notNullValue())
                    .body(not(containsString("planted-name")));
        }
    }

    @Test
    void aBodyThatIsTooLongIsAProblemWithTheLimit() {
        given().contentType(ContentType.JSON)
                .body("\"" + "x".repeat(5 << 20) + "\"")
                .post("/api/v1/session")
                .then()
                .statusCode(413)
                .contentType(PROBLEM)
                .body("limit", equalTo("1048576 bytes as sent"));
    }

    @Test
    void pagesOfThisMachineMayReadProblemsInTheDemo() {
        given().header("Origin", "http://localhost:8888")
                .get("/api/v1/nothing")
                .then()
                .statusCode(404)
                .header("Access-Control-Allow-Origin", equalTo("http://localhost:8888"));
    }
}
