package io.cellmonitor.lesson;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.roster.Colleague;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lessons by button, by timetable, and as they turned out. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class LessonsTest {

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String path;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id() + "/";
    }

    private ValidatableResponse start(Object body) {
        return classroom.asTeacher().body(body).post(path + "lessons").then();
    }

    private ValidatableResponse stop(String lesson) {
        return classroom.asTeacher().post(path + "lessons/" + lesson + "/stop").then();
    }

    private ValidatableResponse week(Object... slots) {
        return classroom
                .asTeacher()
                .body(Map.of("slots", List.of(slots)))
                .put(path + "timetable")
                .then();
    }

    private static Map<String, Object> slot(int weekday, String from, String to) {
        return Map.of("weekday", weekday, "from", from, "to", to, "title", "情報 I");
    }

    @Test
    void aTeacherStartsAndStopsOne() {
        String lesson = start(Map.of("title", "第 3 回"))
                .statusCode(201)
                .body("source", equalTo("button"))
                .body("endedAt", nullValue())
                .extract()
                .path("lesson");
        start(Map.of()).statusCode(409);
        stop(lesson).statusCode(200).body("endedAt", notNullValue());
        stop(lesson).statusCode(409);
        start(Map.of()).statusCode(201);
        classroom.get("lessons").body("lessons", hasSize(2)).body("lessons.title", contains(null, "第 3 回"));
    }

    @Test
    void anAssistantMayToo() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        assistant.asks().body(Map.of()).post(path + "lessons").then().statusCode(201);
        assistant
                .asks()
                .body(Map.of("slots", List.of()))
                .put(path + "timetable")
                .then()
                .statusCode(403);
    }

    @Test
    void oneThatNobodyStoppedEndsWithItsDay() {
        String lesson = start(Map.of()).extract().path("lesson");
        stored.execute("update lessons set started_at = '2026-11-10T00:00:00Z' where id = '" + lesson + "'");
        classroom
                .get("lessons?from=2026-11-01T00:00:00Z&to=2026-11-12T00:00:00Z")
                .body("lessons.endedAt", contains("2026-11-10T19:00:00Z"));
        classroom
                .get("lessons?from=2026-11-11T00:00:00Z&to=2026-11-12T00:00:00Z")
                .body("lessons", hasSize(0));
        stop(lesson).statusCode(409);
        start(Map.of()).statusCode(201);
    }

    @Test
    void withoutAButtonTheWorkTells() {
        String monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
                .toString();
        classroom.send("""
                [{"eventType":"cell_executed","eventId":"a","userId":"u1","notebookPath":"a.ipynb","cellIndex":0,"code":"1",
                  "eventTime":"%1$sT00:05:00Z"},
                 {"eventType":"cell_executed","eventId":"b","userId":"u1","notebookPath":"a.ipynb","cellIndex":0,"code":"1",
                  "eventTime":"%1$sT00:25:00Z"},
                 {"eventType":"cell_executed","eventId":"c","userId":"u1","notebookPath":"a.ipynb","cellIndex":0,"code":"1",
                  "eventTime":"%1$sT05:00:00Z"}]""".formatted(monday));
        stored.awaitWholeLog();
        String range = "lessons?from=%1$sT00:00:00Z&to=%1$sT23:00:00Z".formatted(monday);
        classroom
                .get(range)
                .body("lessons.startedAt", contains(monday + "T05:00:00Z", monday + "T00:05:00Z"))
                .body("lessons.endedAt", contains(monday + "T05:00:00Z", monday + "T00:25:00Z"));
        week(slot(1, "09:00", "10:30")).statusCode(200);
        classroom
                .get(range)
                .body("lessons.source", contains("activity", "timetable"))
                .body("lessons[1].title", equalTo("情報 I"))
                .body("lessons[1].endedAt", equalTo(monday + "T01:30:00Z"));
    }

    @Test
    void homeworkOfOneIsNoLesson() {
        String monday = LocalDate.now(ZoneOffset.UTC)
                .with(TemporalAdjusters.previous(DayOfWeek.MONDAY))
                .toString();
        String run = """
                {"eventType":"cell_executed","eventId":"%s","userId":"%s","notebookPath":"a.ipynb","cellIndex":0,"code":"1",
                 "eventTime":"%sT%s:00Z"}""";
        classroom.send(List.of(
                        run.formatted("a", "u1", monday, "00:05"),
                        run.formatted("a", "u2", monday, "00:06"),
                        run.formatted("b", "u1", monday, "04:30"),
                        run.formatted("c", "u1", monday, "10:00"))
                .toString());
        stored.awaitWholeLog();
        week(slot(1, "13:00", "14:00")).statusCode(200);
        classroom
                .get("lessons?from=%1$sT00:00:00Z&to=%1$sT23:00:00Z".formatted(monday))
                .body("lessons.startedAt", contains(monday + "T00:05:00Z"))
                .body("lessons.source", contains("activity"));
    }

    @Test
    void whoseClockIsBehindStopsALessonWhenItBeganAndNotBefore() {
        String lesson = start(Map.of()).extract().path("lesson");
        stored.execute("update lessons set started_at = '2099-11-10T00:00:00Z' where id = '" + lesson + "'");
        stop(lesson).statusCode(200).body("endedAt", equalTo("2099-11-10T00:00:00Z"));
    }

    @Test
    void aWeekHasItsLimits() {
        week(slot(2, "13:00", "14:30"), slot(1, "09:00", "10:30"))
                .statusCode(200)
                .body("slots.weekday", contains(1, 2))
                .body("slots.from", contains("09:00", "13:00"));
        week(slot(8, "09:00", "10:30")).statusCode(422).body("field", equalTo("slots[0].weekday"));
        week(slot(1, "9:00", "10:30")).statusCode(422).body("field", equalTo("slots[0].from"));
        week(slot(1, "10:30", "10:30")).statusCode(422).body("field", equalTo("slots[0].to"));
        week(slot(1, "09:00", "10:30"), slot(1, "10:29", "11:00"))
                .statusCode(422)
                .body("field", equalTo("slots[1].from"));
        classroom.get("timetable").body("slots", hasSize(2));
    }
}
