package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cellmonitor.servers.TestServers;
import io.cellmonitor.store.timeseries.Intervals;
import io.cellmonitor.store.timeseries.TimeSeriesStore;
import io.cellmonitor.store.timeseries.TimeSeriesStore.Activity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The whole way with an InfluxDB configured: HTTP, the log, the reader of its own, InfluxDB, and back. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = TestInflux.class, restrictToAnnotatedClass = true)
@EnabledIf("io.cellmonitor.influx.DebianInflux#installed")
class InfluxPipelineTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String LETTERS = "select count(*) from dead_letters where subscriber = 'timeseries'";

    /** Of the same events, so that a replay needs more than one page. */
    private static final String MANY_MORE_LETTERS = """
            insert into dead_letters (subscriber, log_ms, log_seq, class_id, user_id, reason, envelope, sealed, sealed_name)
            select subscriber, log_ms, log_seq + 1000 * number, class_id, user_id, reason, envelope, sealed, sealed_name
            from dead_letters, generate_series(1, 40) as number where subscriber = 'timeseries'""";

    @Inject
    StoredClass stored;

    @Inject
    TimeSeriesStore store;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private TaughtClassroom classroom;

    @BeforeEach
    void open() {
        classroom = TaughtClassroom.open();
        stored.awaitWholeLog("timeseries");
    }

    @AfterEach
    void heal() {
        TestInflux.standIn.fail(Map.of());
    }

    @Test
    void runsAreAnsweredFromInfluxDb() {
        send("a", 20);
        stored.awaitWholeLog();
        stored.awaitWholeLog("timeseries");

        assertThat(TestInflux.runs(classroom.id())).isEqualTo(20);
        assertThat(runs()).isEqualTo(20);
    }

    /** Promises 3 and 5: writes are lost on the way back, refused and slow; nothing is stored twice, nothing is a dead letter. */
    @Test
    void promise5_anInfluxDbThatFailsHalfOfTheTimeLosesNothing() {
        TestInflux.standIn.fail(Map.of("path", "/api/v2/write", "drop", "true", "after", "true", "share", "0.5"));
        send("b", 30);
        stored.awaitWholeLog("timeseries");
        TestInflux.standIn.fail(Map.of("path", "/api/v2/write", "status", "500", "share", "0.5"));
        send("c", 30);
        stored.awaitWholeLog("timeseries");
        TestInflux.standIn.fail(Map.of());

        assertThat(TestInflux.runs(classroom.id())).isEqualTo(60);
        assertThat(stored.number(LETTERS)).isZero();
    }

    /** Promise 7: what is asked over time is answered by PostgreSQL meanwhile; the application is ready and says what is wrong. */
    @Test
    void promise7_whileInfluxDbIsAwayPostgresAnswers() {
        TestInflux.standIn.fail(Map.of("status", "401"));
        send("d", 10);
        stored.awaitWholeLog();

        assertThat(runs()).isEqualTo(10);
        health("ready").statusCode(200);
        health("well")
                .statusCode(503)
                .body("checks.find { it.name == 'influxdb' }.status", equalTo("DOWN"))
                .body("checks.find { it.name == 'influxdb' }.data.status", equalTo("unhealthy"))
                .body("checks.find { it.name == 'influxdb' }.data.error", containsString("CELL_MONITOR_INFLUX_TOKEN"));

        TestInflux.standIn.fail(Map.of());
        stored.awaitWholeLog("timeseries");
        assertThat(TestInflux.runs(classroom.id())).isEqualTo(10);
        health("well").body("checks.name", hasItem("influxdb")).statusCode(200);
    }

    /** Who only looks changes nothing: a bucket that is missing is the reader's to make. */
    @Test
    void healthNamesAMissingBucketAndMakesNone() {
        TestInflux.standIn.fail(Map.of("path", "/api/v2/orgs", "status", "403"));
        TestInflux.deleteBucket();

        health("well")
                .statusCode(503)
                .body("checks.find { it.name == 'influxdb' }.data.error", containsString("the bucket is missing"));

        TestInflux.standIn.fail(Map.of());
        stored.awaitWholeLog("timeseries");
    }

    /** Promise 5, with a line that InfluxDB itself refuses: its field has another type there. */
    @Test
    void promise5_oneRefusedLineStopsNoOther() {
        TestInflux.write("cell_executions,class_id=other error_message=1i " + System.currentTimeMillis() + "000000");
        classroom.send("""
                [{"eventType":"cell_executed","eventId":"good-1","userId":"u1","notebookPath":"lesson1.ipynb"},
                 {"eventType":"cell_error","eventId":"bad","userId":"u1","notebookPath":"lesson1.ipynb","errorName":"NameError"},
                 {"eventType":"cell_executed","eventId":"good-2","userId":"u1","notebookPath":"lesson1.ipynb"}]""");
        stored.awaitWholeLog("timeseries");

        assertThat(TestInflux.runs(classroom.id())).isEqualTo(2);
        assertThat(stored.number(LETTERS)).isEqualTo(1);
        assertThat(stored.number("select count(*) from dead_letters where reason = 'InfluxDB answers 422'"))
                .isEqualTo(1);
        stored.execute("delete from dead_letters");
    }

    /** Promise 5: a replay goes to the one subscriber that failed. */
    @Test
    void promise5_deadLettersAreReplayedToTheStoreThatRefusedThem() {
        TestInflux.standIn.fail(Map.of("path", "/api/v2/write", "status", "422"));
        send("refused", 3);
        stored.awaitWholeLog("timeseries");
        assertThat(stored.number(LETTERS)).isEqualTo(3);
        stored.execute(MANY_MORE_LETTERS);
        long events = stored.number("select count(*) from learning_events");
        replay("timeseries").statusCode(200).body("replayed", equalTo(0)).body("left", equalTo(123));

        TestInflux.standIn.fail(Map.of());
        replay("timeseries").statusCode(200).body("replayed", equalTo(123)).body("left", equalTo(0));

        assertThat(TestInflux.runs(classroom.id())).isEqualTo(3);
        assertThat(stored.number(LETTERS)).isZero();
        assertThat(stored.number("select count(*) from learning_events")).isEqualTo(events);
        replay("nobody").statusCode(404);
    }

    /** Promise 7: a bucket that is another is filled from PostgreSQL, with what came before and what came meanwhile. */
    @Test
    void promise7_aBucketThatWasDeletedIsMadeAndFilledAgain() {
        send("kept", 10);
        stored.awaitWholeLog("timeseries");
        assertThat(TestInflux.runs(classroom.id())).isEqualTo(10);

        TestInflux.deleteBucket();
        send("meanwhile", 5);

        await().atMost(LIMIT)
                .untilAsserted(() -> assertThat(TestInflux.runs(classroom.id())).isEqualTo(15));
        stored.awaitWholeLog("timeseries");
        assertThat(stored.number(LETTERS)).isZero();
    }

    @Test
    void theLagOfEachStoreIsAGauge() {
        await().atMost(LIMIT)
                .untilAsserted(() -> given().baseUri("http://127.0.0.1")
                        .port(managementPort)
                        .get("/q/metrics")
                        .then()
                        .body(containsString("cellmonitor_group_lag_seconds{group=\"timeseries\"} 0.0"))
                        .body(containsString("cellmonitor_group_lag_entries{group=\"relational\"}")));
    }

    private ValidatableResponse replay(String group) {
        return given().baseUri("http://127.0.0.1")
                .port(managementPort)
                .post("/q/dead-letters/" + group + "/replay")
                .then();
    }

    private ValidatableResponse health(String part) {
        return given().baseUri("http://127.0.0.1")
                .port(managementPort)
                .get("/q/health/" + part)
                .then();
    }

    private long runs() {
        Instant now = Instant.now();
        return store
                .activity(
                        classroom.id(),
                        now.minusSeconds(3_600),
                        now.plusSeconds(60),
                        new Intervals(Duration.ofMinutes(10), ZoneOffset.UTC),
                        1_000)
                .await()
                .atMost(LIMIT)
                .stream()
                .mapToLong(Activity::runs)
                .sum();
    }

    private void send(String prefix, int runs) {
        classroom.send(IntStream.range(0, runs)
                .mapToObj(run -> """
                        {"eventType":"cell_executed","eventId":"%s-%d","userId":"u%d","sessionId":"s",
                         "notebookPath":"lesson1.ipynb","cellIndex":1,"hasError":false}""".formatted(prefix, run, run % 3))
                .collect(Collectors.joining(",", "[", "]")));
    }
}
