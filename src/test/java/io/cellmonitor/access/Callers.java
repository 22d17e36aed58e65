package io.cellmonitor.access;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Signs in over HTTP like a browser. */
public final class Callers {

    private Callers() {}

    /** The answer to signing in. */
    public static Response signIn(String username, String password) {
        return given().contentType(ContentType.JSON)
                .body(Map.of("username", username, "password", password))
                .post("/api/v1/session");
    }

    /** The session cookie of somebody whose password is right. */
    public static String cookie(String username, String password) {
        return signIn(username, password).then().statusCode(204).extract().cookie("cell-monitor-session");
    }

    /** A JSON request with this session cookie. */
    public static RequestSpecification with(String cookie) {
        return given().contentType(ContentType.JSON).cookie("cell-monitor-session", cookie);
    }

    /** The demo's teacher. */
    public static RequestSpecification teacher() {
        return with(cookie("demo-teacher", "demo-teacher-password"));
    }

    /** The first admin. */
    public static RequestSpecification admin() {
        return with(cookie("first-admin", "first-admin-password"));
    }
}
