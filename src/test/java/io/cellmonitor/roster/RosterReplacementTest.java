package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;

import io.cellmonitor.joining.Students;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.roster.RosterResource.NewEntry;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A roster is replaced and added to whole, whoever else does so at the same moment, and nobody waits for it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RosterReplacementTest {

    @Inject
    StoredClass stored;

    @Inject
    Rosters rosters;

    private TaughtClassroom classroom;
    private String path;

    @BeforeEach
    void aClassWithARoster() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id() + "/roster";
        Students.roster(classroom, "1", "山田");
    }

    private Response put(List<Map<String, String>> entries) {
        return classroom.asTeacher().body(Map.of("entries", entries)).put(path);
    }

    private static Map<String, String> entry(String number) {
        return Map.of("studentNumber", number, "name", "学生 " + number);
    }

    private CompletableFuture<Response> putMany(String prefix) {
        List<Map<String, String>> entries = IntStream.range(0, 150)
                .mapToObj(number -> entry(prefix + number))
                .toList();
        return CompletableFuture.supplyAsync(() -> put(entries), Thread::startVirtualThread);
    }

    private CompletableFuture<Response> take(String prefix, int students) {
        String file = IntStream.range(0, students)
                .mapToObj(number -> prefix + number + ",学生")
                .collect(Collectors.joining("\n"));
        return CompletableFuture.supplyAsync(
                () -> classroom
                        .asTeacher()
                        .contentType("text/csv")
                        .body(file.getBytes(StandardCharsets.UTF_8))
                        .post(path + "/import"),
                Thread::startVirtualThread);
    }

    @Test
    void ofTwoAtOnceOneIsThereAndNoMixture() {
        for (int round = 0; round < 5; round++) {
            CompletableFuture<Response> one = putMany("a");
            CompletableFuture<Response> other = putMany("b");
            one.join().then().statusCode(200);
            other.join().then().statusCode(200);
            List<String> numbers = classroom.get("roster").extract().path("entries.studentNumber");
            assertThat(numbers).hasSize(150);
            assertThat(numbers.stream().map(number -> number.charAt(0)).distinct())
                    .hasSize(1);
        }
    }

    @Test
    void twoFilesAtOnceDoNotMakeAClassTooLarge() {
        CompletableFuture<Response> one = take("a", 1200);
        CompletableFuture<Response> other = take("b", 1200);
        assertThat(List.of(one.join().statusCode(), other.join().statusCode())).containsExactlyInAnyOrder(200, 422);
        assertThat(stored.number("select count(*) from roster_entries where class_id = '" + classroom.id() + "'"))
                .isEqualTo(1201);
    }

    @Test
    void aNumberIsThereOnce() {
        put(List.of(entry("24"), entry("25"), entry("２４")))
                .then()
                .statusCode(422)
                .body("field", equalTo("entries[2].studentNumber"))
                .body("limit", equalTo("once in a roster"));
        classroom.get("roster").body("entries.studentNumber", containsInAnyOrder("1"));
    }

    @Test
    void fullWidthBlanksAreNoNumberAndNoName() {
        put(List.of(Map.of("studentNumber", "\u3000", "name", "山田")))
                .then()
                .statusCode(422)
                .body("field", equalTo("entries[0].studentNumber"))
                .body("limit", equalTo("must not be blank"));
        put(List.of(Map.of("studentNumber", "1", "name", "\u3000\u3000")))
                .then()
                .statusCode(422)
                .body("field", equalTo("entries[0].name"));
    }

    @Test
    void whatIsNeitherTrueNorFalseIsNoDryRunAndChangesNothing() {
        for (String dry : List.of("1", "yes", "TRUE")) {
            classroom
                    .asTeacher()
                    .contentType("text/csv")
                    .body("2,b")
                    .post(path + "/import?dry=" + dry)
                    .then()
                    .statusCode(422)
                    .body("field", equalTo("dry"));
        }
        classroom.get("roster").body("entries.studentNumber", containsInAnyOrder("1"));
    }

    /** A change of team that comes while a file is compared with the roster is not taken back by a file that says nothing of teams. */
    @Test
    void whatAFileDoesNotSpeakOfIsNotWrittenAtAll() {
        String student = classroom.get("students").extract().path("students[0].student");
        stored.execute("insert into student_details (class_id, user_id, team) values ('" + classroom.id() + "', '"
                + student + "', null)");
        stored.execute("create or replace function set_team() returns trigger language plpgsql as $$ begin"
                + " update student_details set team = 'bWVhbndoaWxl' where user_id = new.user_id; return new; end $$");
        stored.execute(
                "create trigger meanwhile before update on roster_entries for each row execute function set_team()");
        try {
            classroom
                    .asTeacher()
                    .contentType("text/csv")
                    .body("number,name,reading\n1,a,b")
                    .post(path + "/import")
                    .then()
                    .statusCode(200);
        } finally {
            stored.execute("drop trigger meanwhile on roster_entries");
        }
        assertThat(stored.text("select team from student_details where user_id = '" + student + "'"))
                .isEqualTo("bWVhbndoaWxl");
    }

    @Test
    void twoThousandAreSealedAndOpenedOffTheEventLoop() {
        UUID teacher = UUID.fromString(stored.text(
                "select user_id from enrolments where role = 'teacher' and class_id = '" + classroom.id() + "'"));
        JoinedClass monitored = JoinedClass.of(classroom.id(), null, true);
        assertThat(thread(rosters.sealed(monitored, List.of(new NewEntry("1", "a")))))
                .startsWith("executor-thread");
        assertThat(thread(rosters.list(teacher, classroom.id()))).startsWith("executor-thread");
    }

    private static String thread(Uni<?> work) {
        return work.map(ignored -> Thread.currentThread().getName()).await().atMost(Duration.ofSeconds(10));
    }
}
