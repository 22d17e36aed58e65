package io.cellmonitor.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.cellmonitor.access.Callers;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining a class that knows its students beforehand. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RosterTest {

    private TaughtClassroom classroom;
    private String code;

    @BeforeEach
    void aClassWithARoster() {
        classroom = TaughtClassroom.open();
        code = Students.code(classroom);
        Students.roster(classroom, "24A1234", "山田 花子", "24A1235", "佐藤 一郎");
    }

    private void decide(String decision) {
        String claim = classroom.get("join-claims").extract().path("claims[0].id");
        classroom
                .asTeacher()
                .post("/api/v1/classes/" + classroom.id() + "/join-claims/" + claim + "/" + decision)
                .then()
                .statusCode(204);
        classroom.get("join-claims").body("claims.size()", equalTo(0));
    }

    @Test
    void theFirstClaimOfAnEntryBindsItUnderTheRostersName() {
        Students.join(code, "24A1234", "Hanako")
                .then()
                .statusCode(200)
                .body("student.display_name", equalTo("山田 花子"))
                .body("student.verified", equalTo(true));
        classroom
                .get("roster")
                .body("entries.studentNumber", hasItems("24A1234", "24A1235"))
                .body("entries.find { it.studentNumber == '24A1234' }.joined", equalTo(true))
                .body("entries.find { it.studentNumber == '24A1235' }.joined", equalTo(false));
    }

    @Test
    void aNumberIsFoundAsPeopleTypeIt() {
        Students.join(code, " 24a1234 ", null).then().statusCode(200);
        Students.join(code, "２４Ａ１２３５", null).then().statusCode(200).body("student.display_name", equalTo("佐藤 一郎"));
        Students.join(code, null, "山田 花子").then().statusCode(422).body("field", equalTo("student_number"));
    }

    @Test
    void ofManyAtTheSameMomentOneIsFirst() {
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(device -> CompletableFuture.supplyAsync(
                        () -> Students.join(code, "24A1234", "device " + device).statusCode()))
                .toList();
        List<Integer> statuses = answers.stream().map(CompletableFuture::join).toList();
        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 409);
        classroom.get("join-claims").body("claims.size()", equalTo(7));
    }

    @Test
    void whoIsNotOnTheRosterWaitsAndIsLetIn() {
        Students.join(code, "99Z9999", "鈴木").then().statusCode(409).body("reason", equalTo("not_on_roster"));
        decide("accept");
        Students.join(code, "99Z9999", "somebody else").then().statusCode(409);
        Students.join(code, "99Z9999", "鈴木").then().statusCode(200).body("student.verified", equalTo(true));
    }

    @Test
    void aSecondDeviceIsLetInBesideTheFirst() {
        String first = Students.join(code, "24A1234", "PC").path("device_secret");
        Students.join(code, "24A1234", "laptop").then().statusCode(409);
        decide("accept");
        String second = Students.join(code, "24A1234", "laptop").path("device_secret");
        Response one = Students.comeAgain(first);
        Response other = Students.comeAgain(second);
        assertThat(one.<String>path("student.id")).isEqualTo(other.path("student.id"));
    }

    @Test
    void whoIsRefusedStaysOut() {
        Students.join(code, "24A1234", "a").then().statusCode(200);
        Students.join(code, "24A1234", "b").then().statusCode(409);
        decide("refuse");
        Students.join(code, "24A1234", "b").then().statusCode(403);
    }

    @Test
    void onlyATeacherOfTheClassDecides() {
        Students.join(code, "99Z9999", "鈴木").then().statusCode(409);
        String claim = classroom.get("join-claims").extract().path("claims[0].id");
        TaughtClassroom other = TaughtClassroom.open();
        other.asTeacher()
                .post("/api/v1/classes/" + other.id() + "/join-claims/" + claim + "/accept")
                .then()
                .statusCode(404);
        Students.join(code, "99Z9999", "鈴木").then().statusCode(409);
    }

    @Test
    void aRealmIsSetBeforeThereAreStudents() {
        String path = "/api/v1/classes/%s/realm";
        Callers.admin()
                .body(Map.of("realm", "school"))
                .put(path.formatted(classroom.id()))
                .then()
                .statusCode(409)
                .body("field", equalTo("realm"));
        Callers.admin()
                .body(Map.of("realm", "school"))
                .put(path.formatted(TaughtClassroom.open().id()))
                .then()
                .statusCode(200);
    }
}
