package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;

import io.cellmonitor.influx.DebianInflux;
import io.cellmonitor.influx.StandIn;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** An InfluxDB for one application, which a test may break: Debian's behind the stand-in, or nothing where it is not installed. */
public final class TestInflux implements QuarkusTestResourceLifecycleManager {

    private static final String TOKEN = "token-of-the-pipeline";

    static StandIn standIn;
    private DebianInflux influx;

    @Override
    public Map<String, String> start() {
        URI upstream = URI.create("http://127.0.0.1:9");
        if (DebianInflux.installed()) {
            influx = DebianInflux.temporary();
            upstream = influx.address();
        }
        standIn = new StandIn(upstream, 0, TOKEN, "limited", "school");
        return Map.of(
                "cell-monitor.influx-url",
                standIn.address().toString(),
                "cell-monitor.influx-token",
                TOKEN,
                "cell-monitor.influx-org",
                "school",
                "cell-monitor.influx-bucket",
                "lessons");
    }

    /** How many runs of a class InfluxDB has. */
    static int runs(UUID classId) {
        Integer runs = given().header("Authorization", "Token " + TOKEN)
                .formParam("db", "lessons")
                .formParam("q", "SELECT COUNT(error) FROM cell_executions WHERE class_id = '" + classId + "'")
                .post(standIn.address() + "/query")
                .then()
                .statusCode(200)
                .extract()
                .path("results[0].series[0].values[0][1]");
        return runs == null ? 0 : runs;
    }

    /** Writes a line as another program would. */
    static void write(String line) {
        given().header("Authorization", "Token " + TOKEN)
                .contentType("text/plain")
                .body(line)
                .post(standIn.address() + "/api/v2/write?org=school&bucket=lessons&precision=ns")
                .then()
                .statusCode(204);
    }

    /** Deletes the bucket with all that is in it, as an operator might. */
    static void deleteBucket() {
        String buckets = standIn.address() + "/api/v2/buckets";
        String id = given().header("Authorization", "Token " + TOKEN)
                .queryParam("org", "school")
                .queryParam("name", "lessons")
                .get(buckets)
                .path("buckets[0].id");
        given().header("Authorization", "Token " + TOKEN)
                .delete(buckets + "/" + id)
                .then()
                .statusCode(204);
    }

    @Override
    public void stop() {
        standIn.close();
        if (influx != null) {
            influx.close();
        }
    }
}
