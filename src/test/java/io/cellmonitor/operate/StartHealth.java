package io.cellmonitor.operate;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the management port says of a part of health ({@code live}, {@code ready}, {@code started}, {@code well}). */
final class StartHealth {

    private StartHealth() {}

    static int status(String part) {
        return answer(part).statusCode();
    }

    /** The answer itself; of {@code ""} all parts. */
    static Response answer(String part) {
        String port = ConfigProvider.getConfig().getValue("quarkus.management.test-port", String.class);
        return RestAssured.given()
                .baseUri("http://127.0.0.1")
                .port(Integer.parseInt(port))
                .get("/q/health/" + part);
    }
}
