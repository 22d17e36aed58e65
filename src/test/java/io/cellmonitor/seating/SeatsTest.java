package io.cellmonitor.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
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
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where students sit, and the picture behind it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SeatsTest {

    private static final byte[] PNG = HexFormat.of().parseHex("89504e470d0a1a0a0000000d494844520000012c00000011");
    private static final byte[] WEBP =
            HexFormat.of().parseHex("524946460000000057454250565038580a000000000000002b0100100000");

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private String path;
    private List<String> students;

    @BeforeEach
    void aClassOfTwo() {
        classroom = TaughtClassroom.open();
        path = "/api/v1/classes/" + classroom.id() + "/seats";
        Students.roster(classroom, "1", "山田", "2", "佐藤");
        students = classroom.get("students").extract().path("students.student");
    }

    private ValidatableResponse put(Object... seats) {
        return classroom
                .asTeacher()
                .body(Map.of("seats", Arrays.asList(seats)))
                .put(path)
                .then();
    }

    private static Map<String, Object> seat(String student, double x, double y) {
        return Map.of("student", student, "x", x, "y", y);
    }

    private ValidatableResponse putPicture(byte[] picture) {
        return classroom
                .asTeacher()
                .contentType("image/png")
                .body(picture)
                .put(path + "/picture")
                .then();
    }

    @Test
    void theyAreSetAllAtOnce() {
        put(seat(students.get(0), 0, 0.25), seat(students.get(1), 1, 0.5)).statusCode(200);
        classroom
                .get("seats")
                .body("seats.student", equalTo(students))
                .body("seats.y", contains(0.25f, 0.5f))
                .body("picture", equalTo(false));
        put(seat(students.get(1), 0.1, 0.2)).statusCode(200).body("seats.student", contains(students.get(1)));
    }

    @Test
    void aSeatIsInTheRoomAndOfOneStudentOfTheClass() {
        put(seat(students.get(0), 1.01, 0)).statusCode(422).body("field", equalTo("seats[0].x"));
        put(seat(students.get(0), 0, 0), seat(students.get(0), 1, 1))
                .statusCode(422)
                .body("field", equalTo("seats[1].student"));
        put(seat(students.get(0), 0, 0), seat(UUID.randomUUID().toString(), 1, 1))
                .statusCode(422)
                .body("field", equalTo("seats[1].student"))
                .body("limit", equalTo("a student of the class"));
        classroom.get("seats").body("seats", hasSize(0));
    }

    @Test
    void aPictureIsKeptSealedAndGivenBackAsItWas() {
        putPicture(WEBP).statusCode(204);
        byte[] shown = classroom
                .get("seats/picture")
                .statusCode(200)
                .contentType("image/webp")
                .header("X-Content-Type-Options", "nosniff")
                .extract()
                .asByteArray();
        assertThat(shown).isEqualTo(WEBP);
        classroom.get("seats").body("picture", equalTo(true));
        assertThat(stored.text("select encode(picture, 'escape') from seat_pictures where class_id = '" + classroom.id()
                        + "'"))
                .doesNotContain("WEBP");
        putPicture(PNG).statusCode(204);
        classroom.get("seats/picture").contentType("image/png");
        classroom.asTeacher().delete(path + "/picture").then().statusCode(204);
        classroom.get("seats/picture").statusCode(404).contentType("application/problem+json");
    }

    @Test
    void whatIsNoPictureIsRefused() {
        putPicture("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8))
                .statusCode(422)
                .body("field", equalTo("body"))
                .body("limit", containsString("PNG"));
        putPicture(new byte[0]).statusCode(422);
        putPicture(Arrays.copyOf(PNG, 16)).statusCode(422).body("limit", containsString("PNG"));
        byte[] unpacksToGigabytes = PNG.clone();
        unpacksToGigabytes[17] = 1;
        putPicture(unpacksToGigabytes).statusCode(422).body("limit", containsString("8192 pixels"));
        byte[] tooLarge = Arrays.copyOf(PNG, (1 << 20) + 1);
        putPicture(tooLarge).statusCode(413).body("field", equalTo("body"));
    }

    @Test
    void assistantsSeeThemAndMoveNobody() {
        Colleague assistant = Colleague.in(classroom, "assistant");
        assistant.asks().get(path).then().statusCode(200);
        assistant.asks().body(Map.of("seats", List.of())).put(path).then().statusCode(403);
        assistant
                .asks()
                .contentType("image/png")
                .body(PNG)
                .put(path + "/picture")
                .then()
                .statusCode(403);
        assistant.asks().delete(path + "/picture").then().statusCode(403);
    }
}
