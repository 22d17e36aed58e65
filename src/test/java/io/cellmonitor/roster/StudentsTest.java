package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.joining.Students;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody of a class, by the roster, by a file, and by what they sent. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class StudentsTest {

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String path;

    @BeforeEach
    void aClassWithARoster() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id();
        Students.roster(classroom, "24A1235", "佐藤 一郎", "24A1234", "山田 花子");
    }

    private ValidatableResponse take(String file, boolean dry) {
        return classroom
                .asTeacher()
                .contentType("text/csv")
                .body(file.getBytes(Charset.forName("windows-31j")))
                .post(path + "/roster/import?dry=" + dry)
                .then();
    }

    private String student(String number) {
        return classroom
                .get("students")
                .extract()
                .path("students.find { it.studentNumber == '" + number + "' }.student");
    }

    @Test
    void whoIsExpectedAndWhoSentSomethingAreBothThere() {
        classroom.send("""
                {"eventType":"cell_executed","eventId":"r1","userId":"guest","userName":"見学者","notebookPath":"a.ipynb",
                 "cellIndex":0,"code":"x"}""");
        stored.awaitWholeLog();
        Students.join(Students.code(classroom), "24A1234", null).then().statusCode(200);
        classroom
                .get("students")
                .statusCode(200)
                .body("students.studentNumber", contains("24A1234", "24A1235", null))
                .body("students.name", contains("山田 花子", "佐藤 一郎", "見学者"))
                .body("students.joined", contains(true, false, true))
                .body("students[0].team", nullValue());
    }

    @Test
    void aTeacherPutsThemIntoTeams() {
        String student = student("24A1234");
        classroom
                .asTeacher()
                .body(Map.of("team", " A班 ", "reading", "やまだ"))
                .put(path + "/students/" + student)
                .then()
                .statusCode(200)
                .body("team", equalTo("A班"));
        classroom.get("students").body("students[0].team", equalTo("A班")).body("students[0].reading", equalTo("やまだ"));
        Map<String, Object> none = new HashMap<>();
        none.put("team", null);
        classroom
                .asTeacher()
                .body(none)
                .put(path + "/students/" + student)
                .then()
                .statusCode(200);
        classroom.get("students").body("students[0].team", nullValue());
        classroom
                .asTeacher()
                .body(Map.of("team", "x".repeat(101)))
                .put(path + "/students/" + student)
                .then()
                .statusCode(422)
                .body("field", equalTo("team"));
        classroom
                .asTeacher()
                .body(Map.of("team", "A"))
                .put(path + "/students/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    @Test
    void aFileAddsAndChangesAndADryRunOnlyTells() {
        String file = "学籍番号,氏名,班\n24A1234,山田 花子,A班\n24A1235,佐藤 一郎,\n24A1236,鈴木 次郎,B班\n24A1237,,B班\n";
        for (boolean dry : new boolean[] {true, false}) {
            take(file, dry)
                    .statusCode(200)
                    .body("read", equalTo(4))
                    .body("added", equalTo(1))
                    .body("changed", equalTo(1))
                    .body("problems", hasSize(1))
                    .body("problems[0].line", equalTo(5))
                    .body("problems[0].field", equalTo("name"));
            classroom.get("students").body("students", hasSize(dry ? 2 : 3));
        }
        classroom.get("students").body("students.team", contains("A班", null, "B班"));
        take(file, false).body("added", equalTo(0)).body("changed", equalTo(0));
        take("24A1234,山田 華子\n", false).body("changed", equalTo(1));
        classroom.get("students").body("students[0].name", equalTo("山田 華子")).body("students[0].team", equalTo("A班"));
    }

    @Test
    void aFileIsForTeachersAloneAndHasItsLimits() {
        Colleague.in(classroom, "assistant")
                .asks()
                .contentType("text/csv")
                .body("1,a")
                .post(path + "/roster/import")
                .then()
                .statusCode(403);
        classroom
                .asTeacher()
                .contentType("text/csv")
                .body(new byte[] {(byte) 0xFF, (byte) 0xFF})
                .post(path + "/roster/import")
                .then()
                .statusCode(422)
                .body("field", equalTo("body"));
        classroom
                .asTeacher()
                .body(Map.of())
                .post(path + "/roster/import")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void numbersNamesAndTeamsRestSealed() {
        take("24A1240,Nohara Hiroshi,nohara,Secret Team\n", false).statusCode(200);
        String rest = stored.text("""
                select string_agg(encode(decode(sealed, 'base64'), 'escape'), '')
                from (select student_number as sealed from roster_entries union all select display_name from roster_entries
                      union all select reading from student_details union all select team from student_details) as words""");
        assertThat(rest).isNotBlank().doesNotContain("24A1240", "Nohara", "nohara", "Secret");
    }
}
