package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What only a teacher of the class may do, with bodies that a teacher's would be taken for. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class AssistantRightsTest {

    private record Deed(String method, String path, Object body) {}

    private static final Map<String, Object> SETTINGS = Map.of(
            "name",
            "x",
            "zone",
            "Asia/Tokyo",
            "dayStart",
            "04:00",
            "consentRequired",
            true,
            "rules",
            Map.of("failingRuns", 3, "stuckAfterSeconds", 180, "awayAfterSeconds", 300));
    private static final String STUDENT = "students/" + new UUID(2, 1);

    private static final List<Deed> TEACHERS = List.of(
            new Deed("PUT", "settings", SETTINGS),
            new Deed("PUT", "consent", Map.of("required", true)),
            new Deed("POST", "join-code", Map.of()),
            new Deed("GET", "roster", Map.of()),
            new Deed("PUT", "roster", Map.of("entries", List.of())),
            new Deed("PUT", "seats", Map.of("seats", List.of())),
            new Deed("DELETE", "seats/picture", Map.of()),
            new Deed("PUT", "timetable", Map.of("slots", List.of())),
            new Deed("PUT", STUDENT, Map.of("team", "A")),
            new Deed("PUT", STUDENT + "/access", Map.of("allowed", false)),
            new Deed("PUT", "members/somebody", Map.of("role", "teacher")),
            new Deed("DELETE", "members/somebody", Map.of()));

    private TaughtClassroom classroom;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
    }

    private Response ask(Colleague colleague, Deed deed) {
        String path = "/api/v1/classes/" + classroom.id() + "/" + deed.path();
        return deed.method().equals("GET")
                ? colleague.asks().get(path)
                : colleague.asks().body(deed.body()).request(deed.method(), path);
    }

    @Test
    void assistantsDoNothingOfIt() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        for (Deed deed : TEACHERS) {
            assertThat(ask(assistant, deed).statusCode()).as(deed.toString()).isEqualTo(403);
        }
        Colleague teacher = Colleague.in(classroom, "teacher");
        for (Deed deed : TEACHERS) {
            assertThat(ask(teacher, deed).statusCode()).as(deed.toString()).isIn(200, 204, 404);
        }
    }

    @Test
    void aTeacherWhoWasMadeAnAssistantIsOneAtOnce() {
        Colleague colleague = Colleague.in(classroom, "teacher");
        Deed roster = new Deed("GET", "roster", Map.of());
        assertThat(ask(colleague, roster).statusCode()).isEqualTo(200);
        colleague.join(classroom, "assistant").statusCode(200);
        assertThat(ask(colleague, roster).statusCode()).isEqualTo(403);
    }

    @Test
    void assistantsSeeNoKeysAndTakeNoneAway() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        assertThat(assistant.asks().get("/api/v1/keys?class=" + classroom.id()).statusCode())
                .isEqualTo(403);
        List<String> seen = assistant.asks().get("/api/v1/keys").path("keys.id");
        assertThat(seen).isEmpty();
        String key = classroom
                .asTeacher()
                .get("/api/v1/keys?class=" + classroom.id())
                .path("keys[0].id");
        assertThat(assistant.asks().delete("/api/v1/keys/" + key).statusCode()).isEqualTo(404);
    }
}
