package io.cellmonitor.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.cellmonitor.joining.Students;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.roster.Colleague;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What teachers note of a student, for each other. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NotesTest {

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String below;
    private String path;

    @BeforeEach
    void aClassOfOne() {
        classroom = TaughtClassroom.open();
        Students.roster(classroom, "1", "山田");
        String student = classroom.get("students").extract().path("students[0].student");
        below = "students/" + student + "/notes";
        path = "/api/v1/classes/" + classroom.id() + "/" + below;
    }

    private ValidatableResponse write(String text) {
        return classroom
                .asTeacher()
                .body(Map.of("text", text, "cellId", "c1"))
                .post(path)
                .then();
    }

    @Test
    void theyAreReadByAllWhoTeachTheClass() {
        write("範囲 (range) を復習する").statusCode(201).body("mine", equalTo(true));
        Colleague assistant = Colleague.in(classroom, "assistant");
        assistant.asks().body(Map.of("text", "見ました")).post(path).then().statusCode(201);
        assistant
                .asks()
                .get(path)
                .then()
                .statusCode(200)
                .body("notes.text", contains("見ました", "範囲 (range) を復習する"))
                .body("notes.author", contains("同僚", "先生"))
                .body("notes.cellId", contains(null, "c1"))
                .body("notes.mine", contains(true, false));
        assertThat(stored.text("select string_agg(encode(decode(text, 'base64'), 'escape'), '') from notes"))
                .isNotBlank()
                .doesNotContain("range");
    }

    @Test
    void oneTakesAwayOnesOwnAndATeacherAnybodys() {
        String ofTeacher = write("一").extract().path("note");
        Colleague assistant = Colleague.in(classroom, "assistant");
        String ofAssistant = assistant
                .asks()
                .body(Map.of("text", "二"))
                .post(path)
                .then()
                .extract()
                .path("note");
        assistant.asks().delete(path + "/" + ofTeacher).then().statusCode(404);
        classroom.asTeacher().delete(path + "/" + ofAssistant).then().statusCode(204);
        classroom.get(below).body("notes.note", contains(ofTeacher));
        classroom.asTeacher().delete(path + "/" + ofTeacher).then().statusCode(204);
        classroom.get(below).body("notes", hasSize(0));
    }

    @Test
    void aNoteHasItsLimits() {
        write("x".repeat(2001))
                .statusCode(422)
                .body("field", equalTo("text"))
                .body("limit", equalTo("min 0, max 2000"));
        write("  ").statusCode(422).body("field", equalTo("text"));
        write("\u3000\n").statusCode(422).body("field", equalTo("text"));
        classroom.get("students/" + UUID.randomUUID() + "/notes").statusCode(404);
    }

    @Test
    void nobodyOfAnotherClassReadsOrWritesThem() {
        TaughtClassroom other = TaughtClassroom.open();
        other.asTeacher().get(path).then().statusCode(403);
        other.asTeacher()
                .get("/api/v1/classes/" + other.id() + "/" + below)
                .then()
                .statusCode(404);
    }

    @Test
    void thereAreAtMostFiveHundredOfAStudent() {
        String first = write("一").extract().path("note");
        stored.execute(
                "insert into notes (id, class_id, user_id, author_id, text) select gen_random_uuid(), class_id, user_id, author_id, text"
                        + " from notes cross join generate_series(1, 499) where id = '" + first + "'");
        write("多すぎる").statusCode(409).body("field", equalTo("text"));
    }
}
