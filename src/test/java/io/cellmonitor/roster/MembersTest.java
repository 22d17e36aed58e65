package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who teaches a class together, and who may not take it from whom. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class MembersTest {

    private TaughtClassroom classroom;
    private String path;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id() + "/members/";
    }

    private String teacher() {
        return classroom.get("members").extract().path("members.find { it.role == 'teacher' }.username");
    }

    @Test
    void anAssistantIsListedReadsAndChangesNothing() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        classroom
                .get("members")
                .body("members.role", contains("teacher", "assistant"))
                .body("members.username", hasItem(assistant.username()))
                .body("members.displayName", hasItem("同僚"));
        assistant.asks().get(path.replace("members/", "summary")).then().statusCode(200);
        assistant
                .asks()
                .body(Map.of("role", "teacher"))
                .put(path + assistant.username())
                .then()
                .statusCode(403);
        assistant.asks().delete(path + teacher()).then().statusCode(403);
    }

    @Test
    void aSecondTeacherTakesTheFirstOut() {
        String first = teacher();
        Colleague second = Colleague.in(classroom, "teacher");
        second.asks().delete(path + first).then().statusCode(204);
        classroom.get("members").statusCode(403);
        second.asks()
                .get(path.substring(0, path.length() - 1))
                .then()
                .statusCode(200)
                .body("members.username", contains(second.username()));
    }

    @Test
    void theLastTeacherStays() {
        String last = teacher();
        Colleague.in(classroom, "assistant");
        classroom
                .asTeacher()
                .delete(path + last)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("field", equalTo("username"));
        classroom
                .asTeacher()
                .body(Map.of("role", "assistant"))
                .put(path + last)
                .then()
                .statusCode(409);
        assertThat(teacher()).isEqualTo(last);
    }

    @Test
    void twoTeachersWhoTakeTheClassFromEachOtherLeaveOne() {
        String first = teacher();
        Colleague second = Colleague.in(classroom, "teacher");
        List<Integer> statuses = Stream.of(
                        CompletableFuture.supplyAsync(
                                () -> second.asks().delete(path + first).statusCode()),
                        CompletableFuture.supplyAsync(() -> classroom
                                .asTeacher()
                                .delete(path + second.username())
                                .statusCode()))
                .map(CompletableFuture::join)
                .toList();
        // Who was taken out first may not ask any more, or finds themselves the last.
        assertThat(statuses).containsOnlyOnce(204);
    }

    @Test
    void whatCannotBeIsRefused() {
        classroom
                .asTeacher()
                .body(Map.of("role", "teacher"))
                .put(path + "nobody-of-this-name")
                .then()
                .statusCode(404);
        Colleague.hired().join(classroom, "admin").statusCode(422).body("field", equalTo("role"));
        classroom.asTeacher().delete(path + Colleague.hired().username()).then().statusCode(404);
    }
}
