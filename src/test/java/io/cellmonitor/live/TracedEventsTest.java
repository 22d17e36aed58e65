package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.cellmonitor.bus.LoggedLines;
import io.cellmonitor.influx.DebianInflux;
import io.cellmonitor.joining.Students;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.pipeline.TestInflux;
import io.cellmonitor.servers.TestServers;
import io.cellmonitor.trace.SpanCollector;
import io.cellmonitor.trace.SpanCollector.Exported;
import io.cellmonitor.trace.Tracing;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a collector is told of events from their request to the stores and the screen, and what it never is. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@QuarkusTestResource(value = TestInflux.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = SpanCollector.class, restrictToAnnotatedClass = true)
class TracedEventsTest {

    private static final String REQUEST = "POST /api/v1/events";
    private static final String SENDERS_SPAN = "00f067aa0ba902b7";
    private static final List<String> STEPS = DebianInflux.installed()
            ? List.of("append", "frame", "store relational", "store timeseries")
            : List.of("append", "frame", "store relational");

    private static final Logger LOGGER = Logger.getLogger(TracedEventsTest.class);

    @Inject
    Vertx vertx;

    @Inject
    Tracing tracing;

    private final String trace = UUID.randomUUID().toString().replace("-", "");
    private TaughtClassroom classroom;

    @BeforeEach
    void open() {
        classroom = TaughtClassroom.open();
    }

    /** By the short way of those who have a key, and by the resource that all others come to. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events", "/student-progress"})
    void aTraceIsFollowedFromTheRequestToTheStoresAndTheScreen(String path) {
        try (LiveClient screen = screen()) {
            traced(classroom.asSender()).body(run("followed")).post(path).then().statusCode(202);
            screen.awaitSeen(Map.of("eventId", "followed"));
        }

        Map<String, Exported> spans = awaitAllSteps();
        Exported request = spans.get(REQUEST);
        assertThat(request.parent()).isEqualTo(SENDERS_SPAN);
        assertThat(STEPS)
                .allSatisfy(
                        step -> assertThat(spans.get(step).parent()).as(step).isEqualTo(request.id()));
        assertThat(spans.values()).noneMatch(Exported::isFailed);
    }

    /** Also where the short way begins with a request and leaves it to the resource. */
    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/events", "/student-progress"})
    void aRequestThatIsRefusedIsToldOnceWithItsStatus(String path) {
        traced(classroom.asSender()).body("[]").post(path).then().statusCode(422);
        classroom.asSender().body(many()).post(path).then().statusCode(202);
        traced(classroom.asSender()).body(run("hasty")).post(path).then().statusCode(429);

        // The latter's span is exported last.
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(ofThisTest().map(Exported::numbers))
                        .contains(Map.of("http.response.status_code", 429L)));
        assertThat(ofThisTest().map(Exported::numbers))
                .containsExactly(Map.of("http.response.status_code", 422L), Map.of("http.response.status_code", 429L));
    }

    private static String many() {
        String one = "{\"eventType\":\"help\",\"userName\":\"hasty\"}";
        return "[" + one + ("," + one).repeat(199) + "]";
    }

    /** Promise 11. */
    @Test
    void promise11_noSpanHoldsStudentsWordsOrSaysWhoTheyAre() {
        String student;
        try (LiveClient screen = screen()) {
            String token = Students.join(Students.code(classroom), "planted-number", "planted name")
                    .path("token");
            traced(Students.with(token)).body(run("planted-own")).post("/api/v1/events");
            traced(classroom.asSender()).body("[" + run("planted") + "]").post("/api/v1/events");
            traced(classroom.asSender()).body("{\"eventType\":\"planted!\"}").post("/api/v1/events");
            traced(classroom.asSender()).body("planted").post("/api/v1/events");
            traced(classroom.asSender()).body(run("planted-last")).post("/student-progress?planted=1");
            screen.awaitSeen(Map.of("eventId", "planted-last"));
            student = screen.events().getFirst().path("student").asText();
        }
        awaitAllSteps();

        assertThat(student).hasSize(36);
        assertThat(SpanCollector.everything())
                .contains("store relational")
                .doesNotContain("planted")
                .doesNotContain(student)
                .doesNotContain(classroom.id().toString())
                .doesNotContain(classroom.key());
    }

    /** The framework's own spans would hold addresses, and cost with each command. */
    @Test
    void nothingElseIsRecorded() {
        classroom.send(run("alone"));
        classroom.get("summary").statusCode(200);
        traced(classroom.asSender()).body(run("last")).post("/api/v1/events");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(spans()).containsKey("store relational"));

        TreeSet<String> names =
                SpanCollector.spans().stream().map(Exported::name).collect(Collectors.toCollection(TreeSet::new));
        assertThat(names).isSubsetOf(REQUEST, "append", "frame", "store relational", "store timeseries");
        assertThat(((VertxInternal) vertx).tracer()).isNull();
    }

    @Test
    void linesOfTheLogAreSaidWithTheTraceOfTheirRequestAndNoOther() {
        Context loop = ((VertxInternal) vertx).createEventLoopContext();
        try (LoggedLines lines = LoggedLines.of(TracedEventsTest.class)) {
            onRequest(loop, () -> {
                tracing.request("00-" + trace + "-" + SENDERS_SPAN + "-00");
                LOGGER.info("in the request");
            });
            onRequest(loop, () -> LOGGER.info("in the next one"));

            assertThat(lines.all()).hasSize(2);
            assertThat(lines.traces()).containsExactly(trace);
        }
    }

    private static void onRequest(Context loop, Runnable work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        VertxContext.createNewDuplicatedContext(loop).runOnContext(ignored -> {
            work.run();
            done.complete(null);
        });
        done.orTimeout(10, TimeUnit.SECONDS).join();
    }

    private LiveClient screen() {
        String cookie = "cell-monitor-session=" + classroom.teacher();
        LiveClient screen = LiveClient.open("class=" + classroom.id(), Map.of("Cookie", cookie));
        screen.await("snapshot");
        return screen;
    }

    private RequestSpecification traced(RequestSpecification request) {
        return request.header("traceparent", "00-" + trace + "-" + SENDERS_SPAN + "-00")
                .header("tracestate", "planted=planted")
                .header("baggage", "name=planted")
                .header("User-Agent", "planted");
    }

    private static String run(String word) {
        return """
                {"eventType":"cell_error","eventId":"%1$s","userId":"%1$s-u","userName":"%1$s name","emailAddress":"%1$s@example.org",
                 "sessionId":"%1$s-s","notebookPath":"%1$s/1.ipynb","cellId":"%1$s-c","code":"%1$s = 1","result":"%1$s",
                 "errorName":"%1$sError","errorMessage":"%1$s","traceback":"%1$s","metadata":{"message":"%1$s"}}""".formatted(word);
    }

    private Map<String, Exported> awaitAllSteps() {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(spans()).containsKey(REQUEST).containsKeys(STEPS.toArray(String[]::new)));
        return spans();
    }

    /** Of this test's trace, by name; of several of a name the first. */
    private Map<String, Exported> spans() {
        return ofThisTest().collect(Collectors.toMap(Exported::name, span -> span, (first, again) -> first));
    }

    private Stream<Exported> ofThisTest() {
        return SpanCollector.spans().stream().filter(span -> span.trace().equals(trace));
    }
}
