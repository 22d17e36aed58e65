package io.cellmonitor.live;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.RawConnection;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.Socket;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /q/metrics} tells after a lesson, and what it never tells. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MetricsTest {

    private static final int STUDENTS = 150;
    /** Of each event, within ten seconds: a delay in another unit would be more. */
    private static final String DELAY = "cellmonitor_live_delay_seconds_bucket{le=\"10.0\"}";

    @Inject
    StoredClass stored;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    private TaughtClassroom classroom;

    @BeforeEach
    void open() {
        classroom = TaughtClassroom.open();
    }

    /** Promise 11 too: no label holds who, what or where. */
    @Test
    void promise11_noSeriesComesWithStudentsNotebooksOrClasses() {
        lesson("warm", 1);
        Set<String> before = series();

        classroom = TaughtClassroom.open();
        lesson("planted", STUDENTS);

        Set<String> grown = series();
        grown.removeAll(before);
        // Some begin by chance meanwhile: a collection of garbage, a query that runs each minute.
        assertThat(grown).hasSizeLessThan(STUDENTS / 3);
        assertThat(metrics())
                .doesNotContain("planted")
                .doesNotContain(classroom.id().toString());
    }

    /** Promise 11 too: pages of students, and whatever anybody sends that is no route. */
    @Test
    void promise11_noAddressIsALabel() throws IOException {
        List<String> addresses = List.of(
                "/dashboard/classes/planted/students/planted",
                "/api/v1/classes/planted/summary",
                "/api/v1/classes/planted/planted",
                "/api/v1/log-levels/planted",
                "/planted",
                "/planted%zz");
        List<String> methods = List.of("GET", "PUT", "OPTIONS", "PATCH", "PLANTED");
        for (String address : addresses) {
            breakOff(address);
            for (String method : methods) {
                RawConnection.send(method + " " + address + " HTTP/1.1", "Host: planted", "Connection: close", "", "");
            }
        }
        classroom.get("summary").statusCode(200);
        classroom.send("""
                [{"eventType":"cell_executed","userId":"u","notebookPath":"a.ipynb"}]""");

        assertThat(metrics())
                .doesNotContainIgnoringCase("planted")
                .contains(
                        "uri=\"/api/v1/events\"",
                        "uri=\"/dashboard\"",
                        "uri=\"/api/v1/classes/{id}/summary\"",
                        "uri=\"other\"",
                        "method=\"other\"");
    }

    @Test
    void everyStageHasItsFigures() {
        Map<String, Double> before = outcomes();
        Map<String, Double> stagesBefore = stages();
        lesson("figures", 3);
        classroom.send("""
                [{"eventType":"cell_executed","userId":"u","notebookPath":"a.ipynb","eventTime":"never"},{"eventType":"!"},{"eventType":"?"}]""");
        for (int requests = 0; requests < 3; requests++) {
            classroom.asSender().body("no JSON").post("/api/v1/events").then().statusCode(400);
        }

        Map<String, Double> after = outcomes();
        after.replaceAll((outcome, figure) -> figure - before.get(outcome));
        assertThat(after).isEqualTo(Map.of("accepted", 4.0, "mended", 1.0, "rejected", 2.0, "refused", 3.0));
        assertThat(stages())
                .allSatisfy((stage, figure) -> assertThat(figure).as(stage).isGreaterThan(stagesBefore.get(stage)));
        assertThat(stages().get(DELAY) - stagesBefore.get(DELAY)).isGreaterThanOrEqualTo(3);
        assertThat(List.of("postgresql", "redis"))
                .allSatisfy(
                        database -> assertThat(figure("database_connection_pool_size{database=\"" + database + "\"}"))
                                .isPositive());
        assertThat(figure("cellmonitor_live_slow_total{outcome=\"closed\"}")).isZero();
    }

    @Test
    void whatAlertsAndGrafanaAskForIsThere() {
        lesson("asked", 1);
        Set<String> told = series();
        assertThat(AskedFigure.all())
                .hasSizeGreaterThan(20)
                .allSatisfy(asked -> assertThat(told).as(asked.toString()).anyMatch(asked::isAnsweredBy));
    }

    /** Begins to send a body, and is gone. */
    private static void breakOff(String address) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.getOutputStream()
                    .write(("POST " + address + " HTTP/1.1\r\nHost: planted\r\nContent-Length: 9\r\n\r\n{")
                            .getBytes(UTF_8));
            socket.setSoLinger(true, 0);
        }
    }

    /** What each stage of a lesson has to count; zero before the first time. */
    private Map<String, Double> stages() {
        return Stream.of(
                        "cellmonitor_live_frames_total",
                        DELAY,
                        "cellmonitor_log_append_seconds_bucket{le=\"10.0\"}",
                        query("postgresql", "insert"),
                        query("redis", "xadd"))
                .collect(Collectors.toMap(
                        Function.identity(), stage -> known(stage).orElse(0.0)));
    }

    /** Of events and of requests that were refused. */
    private Map<String, Double> outcomes() {
        return Stream.of("accepted", "mended", "rejected", "refused")
                .collect(Collectors.toMap(
                        Function.identity(),
                        outcome -> figure("cellmonitor_events_total{outcome=\"" + outcome + "\"}")));
    }

    private static String query(String database, String type) {
        return "database_query_duration_seconds_bucket{database=\"" + database + "\",query_type=\"" + type
                + "\",le=\"10.0\"}";
    }

    /** Each student runs a cell in a notebook of their own, before a screen. */
    private void lesson(String word, int students) {
        String cookie = "cell-monitor-session=" + classroom.teacher();
        try (LiveClient screen = LiveClient.open("class=" + classroom.id(), Map.of("Cookie", cookie))) {
            screen.await("snapshot");
            assertThat(figure("cellmonitor_live_connections")).isPositive();
            classroom.send(IntStream.range(0, students)
                    .mapToObj(student -> """
                            {"eventType":"cell_error","eventId":"%1$s-%2$d","userId":"%1$s-u%2$d","userName":"%1$s name",
                             "sessionId":"%1$s-s%2$d","notebookPath":"%1$s/%2$d.ipynb","cellId":"%1$s-c%2$d","code":"%1$s = %2$d",
                             "errorName":"%1$sError","errorMessage":"%1$s"}""".formatted(word, student))
                    .collect(Collectors.joining(",", "[", "]")));
            screen.awaitSeen(Map.of("eventId", word + "-" + (students - 1)));
            classroom.get("summary").statusCode(200);
        }
        stored.awaitWholeLog();
    }

    /** The name and the labels of each series. */
    private Set<String> series() {
        return metrics()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.substring(0, line.lastIndexOf(' ')))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private double figure(String series) {
        return known(series).orElseThrow(() -> new AssertionError("no " + series + " in " + metrics()));
    }

    private Optional<Double> known(String series) {
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series + " "))
                .map(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .findFirst();
    }

    private String metrics() {
        ValidatableResponse answer = given().baseUri("http://127.0.0.1")
                .port(managementPort)
                .accept("text/plain")
                .get("/q/metrics")
                .then();
        return answer.statusCode(200).extract().asString().replace(",}", "}");
    }
}
