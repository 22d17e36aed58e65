package io.cellmonitor.operate;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** With a page and an asset of the tests' own in place of the built dashboard. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class DashboardRoutesTest {

    private static final String PAGE = "<title>dashboard of the tests</title>";

    @Test
    void theRootAndThePlainNameLeadToTheDashboard() {
        given().redirects().follow(false).get("/").then().statusCode(302).header("Location", endsWith("/dashboard/"));
        given().redirects()
                .follow(false)
                .get("/dashboard?lang=ja")
                .then()
                .statusCode(302)
                .header("Location", endsWith("/dashboard/?lang=ja"));
    }

    @Test
    void deepLinksGetThePageWhichIsNeverKeptUnasked() {
        for (String path : new String[] {"/dashboard/", "/dashboard/classes/1/students", "/dashboard/index.html"}) {
            given().get(path)
                    .then()
                    .statusCode(200)
                    .body(containsString(PAGE))
                    .header("Cache-Control", equalTo("no-cache"));
        }
    }

    @Test
    void whatCanBeGotCanBeAskedForItsHeadersAlone() {
        given().redirects().follow(false).head("/").then().statusCode(302);
        given().redirects().follow(false).head("/dashboard").then().statusCode(302);
        for (String path : new String[] {
            "/dashboard/",
            "/dashboard/classes/1",
            "/dashboard/assets/app-1234.js",
            "/api/v1/asyncapi.yaml",
            "/q/openapi"
        }) {
            given().head(path).then().statusCode(200).body(equalTo(""));
        }
        given().head("/api/v1/classes").then().statusCode(401);
        given().head("/nothing").then().statusCode(404);
    }

    @Test
    void hashedAssetsAreKeptAndMissingOnesAreMissing() {
        given().get("/dashboard/assets/app-1234.js")
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("immutable"));
        given().get("/dashboard/assets/app-0000.js")
                .then()
                .statusCode(404)
                .header("Cache-Control", not(containsString("immutable")));
    }

    @Test
    void everyAnswerHasTheSecurityHeaders() {
        for (String path :
                new String[] {"/dashboard/", "/dashboard/assets/app-1234.js", "/api/v1/session", "/nothing"}) {
            given().get(path)
                    .then()
                    .header("Content-Security-Policy", containsString("frame-ancestors 'none'"))
                    .header("Content-Security-Policy", not(containsString("unsafe-inline")))
                    .header("X-Content-Type-Options", equalTo("nosniff"))
                    .header("Referrer-Policy", equalTo("same-origin"));
        }
    }

    @Test
    void dataIsNotKept() {
        given().get("/api/v1/session").then().statusCode(401).header("Cache-Control", equalTo("no-store"));
    }
}
