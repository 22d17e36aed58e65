package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.agroal.api.AgroalDataSource;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.pipeline.WaitingReads;
import io.cellmonitor.servers.TestServers;
import io.quarkus.agroal.DataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 4: what is replayed from PostgreSQL is what was live, at that instant and at any later one. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ReplayTest {

    private static final String CLASS = "class=" + DemoClass.ID;
    private static final int BODY = 250;
    private static final String ROUTE = "/api/v1/classes/" + DemoClass.ID + "/replay";

    @Inject
    @DataSource("owner")
    AgroalDataSource owner;

    private final SentEvents events = new SentEvents();
    private String cookie;

    @BeforeEach
    void signIn() {
        cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
    }

    private JsonNode replay(Instant at) {
        return FrameStore.read(Callers.with(cookie)
                .queryParam("at", at.toString())
                .get(ROUTE)
                .then()
                .statusCode(200)
                .extract()
                .asString());
    }

    private JsonNode live() {
        Map<String, String> headers = Map.of("Cookie", "cell-monitor-session=" + cookie);
        try (LiveClient fresh = LiveClient.open(CLASS, headers)) {
            return fresh.await("snapshot");
        }
    }

    private void awaitEqual(Instant at, JsonNode live) {
        FrameStore shown = new FrameStore();
        shown.receive(live.toString());
        Awaitility.await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            JsonNode replayed = replay(at);
            assertThat(replayed.path("at")).isEqualTo(live.path("at"));
            FrameStore again = new FrameStore();
            again.receive(replayed.toString());
            assertThat(again.state()).isEqualTo(shown.state());
            assertThat(replayed.path("class")).isEqualTo(live.path("class"));
        });
    }

    private static Instant after(JsonNode live) {
        return Instant.ofEpochMilli(Long.parseLong(live.path("at").asText().split("-", 2)[0]));
    }

    @Test
    void promise4_aReplayOfAnInstantIsWhatWasLiveThen() {
        List<Map<String, Object>> lesson = events.lesson(120, 10);
        SentEvents.post(lesson.subList(0, 60));
        JsonNode early = live();
        Instant then = after(early);
        awaitEqual(then, early);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> Instant.now().isAfter(then.plusMillis(20)));
        SentEvents.post(lesson.subList(60, lesson.size()));
        JsonNode late = live();
        awaitEqual(after(late), late);
        awaitEqual(then, early);
        assertThat(late.path("clusters").size()).isPositive();
        assertThat(late.path("notebooks").size()).isPositive();
    }

    @Test
    void whatIsNoInstantOfThePastIsRefusedWithTheFieldsName() {
        for (String at : List.of("soon", "", Instant.now().plusSeconds(600).toString())) {
            JsonNode problem = FrameStore.read(Callers.with(cookie)
                    .queryParam("at", at)
                    .get(ROUTE)
                    .then()
                    .statusCode(400)
                    .extract()
                    .asString());
            assertThat(problem.path("field").asText()).isEqualTo("at");
        }
    }

    @Test
    void aFifthWhoLooksBackAtOnceComesAgainLater() throws Exception {
        Instant today = Instant.now().minusSeconds(1);
        List<CompletableFuture<Integer>> four;
        try (WaitingReads waiting = WaitingReads.of(owner, "notebooks")) {
            four = Stream.generate(() ->
                            CompletableFuture.supplyAsync(() -> ask(today).statusCode(), Thread::startVirtualThread))
                    .limit(4)
                    .toList();
            waiting.await(4);
            ask(today).then().statusCode(503).header("Retry-After", "1").contentType("application/problem+json");
        }
        assertThat(four).extracting(CompletableFuture::join).containsOnly(200);
        ask(today).then().statusCode(200);
    }

    @Test
    void moreThanAPageOfTheLogIsReplayedToItsEnd() {
        List<Map<String, Object>> lesson = events.lesson(2_100, 30);
        for (int from = 0; from < lesson.size(); from += BODY) {
            SentEvents.post(lesson.subList(from, Math.min(from + BODY, lesson.size())));
        }
        JsonNode live = live();
        awaitEqual(after(live), live);
        assertThat(live.path("students").size()).isGreaterThanOrEqualTo(30);
    }

    @Test
    void anInstantHasWhatItsOwnDayHadDoneByThenAndWhatTimeHasMadeOfIt() throws SQLException {
        TaughtClassroom classroom = TaughtClassroom.open();
        String route = "/api/v1/classes/" + classroom.id() + "/replay";
        for (String student : List.of("today", "the-day-before")) {
            classroom.send("""
                    {"eventId":"%1$s","eventType":"cell_executed","userId":"%1$s","userName":"%1$s","notebookPath":"a.ipynb","cellId":"c"}""".formatted(student));
        }
        // The class's day begins at 04:00 in Tokyo.
        place(classroom, "today", Instant.parse("2026-01-12T19:30:00Z"));
        place(classroom, "the-day-before", Instant.parse("2026-01-12T18:30:00Z"));

        assertThat(states(classroom, route, "2026-01-12T18:59:00Z")).containsExactly("away");
        assertThat(states(classroom, route, "2026-01-12T19:00:00Z")).isEmpty();
        assertThat(states(classroom, route, "2026-01-12T19:31:00Z")).containsExactly("working");
        assertThat(states(classroom, route, "2026-01-12T20:30:00Z")).containsExactly("away");
        assertThat(states(classroom, route, "2026-01-13T04:31:00")).containsExactly("working");
        assertThat(states(classroom, route, "2026-01-13T20:30:00Z")).isEmpty();
    }

    /** Once it is stored, the event lies there in the log, and happened then. */
    private void place(TaughtClassroom classroom, String event, Instant at) throws SQLException {
        try (Connection connection = owner.getConnection();
                PreparedStatement moved = connection.prepareStatement(
                        "update learning_events set log_ms = ?, occurred_at = ?, received_at = ? where class_id = ? and event_id = ?")) {
            moved.setLong(1, at.toEpochMilli());
            moved.setObject(2, at.atOffset(ZoneOffset.UTC));
            moved.setObject(3, at.atOffset(ZoneOffset.UTC));
            moved.setObject(4, classroom.id());
            moved.setString(5, event);
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> moved.executeUpdate() == 1);
        }
    }

    private static List<String> states(TaughtClassroom classroom, String route, String at) {
        return classroom
                .asTeacher()
                .queryParam("at", at)
                .get(route)
                .then()
                .statusCode(200)
                .extract()
                .path("students.state");
    }

    private Response ask(Instant at) {
        return Callers.with(cookie).queryParam("at", at.toString()).get(ROUTE);
    }

    @Test
    void aDayOnWhichNothingHappenedIsEmpty() {
        JsonNode replayed = replay(Instant.parse("2020-01-06T03:00:00Z"));
        assertThat(replayed.path("students").size()).isZero();
        assertThat(replayed.path("class").path("day").asText()).isEqualTo("2020-01-06");
    }
}
