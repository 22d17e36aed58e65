package io.cellmonitor.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Joining a class that has no roster by its code. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class JoinCodeTest {

    private TaughtClassroom classroom;
    private String code;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
        code = Students.code(classroom);
    }

    @Test
    void whoHasTheCodeIsInAndNotVerified() {
        Students.join(code, "24A1234", "山田 花子")
                .then()
                .statusCode(200)
                .body("expires_in", equalTo(900))
                .body("device_secret", startsWith("cmd_"))
                .body("student.display_name", equalTo("山田 花子"))
                .body("student.verified", equalTo(false))
                .body("class.id", equalTo(classroom.id().toString()))
                .body("class.name", equalTo("情報 I"))
                .body("consent_required", equalTo(false));
    }

    @Test
    void theDeviceComesAgainAsTheSameStudentWithoutTheCode() {
        Response joined = Students.join(code, "24A1234", "山田 花子");
        Students.code(classroom);
        Students.comeAgain(joined.path("device_secret"))
                .then()
                .statusCode(200)
                .body("student.id", equalTo(joined.path("student.id")))
                .body("student.display_name", equalTo("山田 花子"))
                .body("device_secret", nullValue());
        Students.comeAgain("cmd_wrong").then().statusCode(401).body("field", equalTo("device_secret"));
    }

    @Test
    void codesAreTakenAsPeopleTypeThem() {
        String typed = " " + code.toLowerCase(Locale.ROOT).replace("-", " ") + " ";
        Students.join(typed, "1", null).then().statusCode(200);
        String wide = code.codePoints()
                .map(letter -> letter == '-' ? letter : letter + 0xFEE0)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        Students.join(wide, "2", null).then().statusCode(200);
    }

    @Test
    void allWrongCodesAreAnsweredAlike() {
        String old = code;
        Students.code(classroom);
        List<String> answers = List.of(old, "AAA-AAA", "", "?", "A".repeat(32)).stream()
                .map(wrong -> Students.join(wrong, "24A1234", "山田 花子"))
                .map(answer -> answer.statusCode() + answer.asString())
                .distinct()
                .toList();
        assertThat(answers).singleElement().asString().startsWith("403").contains("join_code");
    }

    @Test
    void aSecondClaimWaitsForTheTeacher() {
        Students.join(code, "24A1234", "山田 花子").then().statusCode(200);
        Students.join(code, "24A1234", "somebody else")
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("field", equalTo("student_number"))
                .body("reason", equalTo("already_joined"));
        classroom
                .get("join-claims")
                .statusCode(200)
                .body("claims.name", equalTo(List.of("somebody else")))
                .body("claims.studentNumber", equalTo(List.of("24A1234")))
                .body("claims.reason", equalTo(List.of("already_joined")));
    }

    @Test
    void askingAgainMakesNoSecondClaim() {
        Students.join(code, "24A1234", "a").then().statusCode(200);
        Students.join(code, "24A1234", "b").then().statusCode(409);
        Students.join(code, "24A1234", "b").then().statusCode(409);
        classroom.get("join-claims").body("claims.size()", equalTo(1));
    }

    @Test
    void aNameAloneIsEnoughAndNoOneHasItTwice() {
        Students.join(code, null, "花子").then().statusCode(200).body("student.verified", equalTo(false));
        Students.join(code, null, "花子").then().statusCode(409);
        Students.join(code, null, " ").then().statusCode(422).body("field", equalTo("name"));
    }

    @Test
    void whatCannotBeKeptIsRefusedByName() {
        Students.ask(Map.of("grant", "password")).then().statusCode(422).body("field", equalTo("grant"));
        Students.join(code, "9".repeat(101), "n").then().statusCode(422).body("field", equalTo("student_number"));
        Students.join(code, "\u0000", "n").then().statusCode(422).body("field", equalTo("student_number"));
        Students.join(code, "1", "\u0000").then().statusCode(422).body("field", equalTo("name"));
    }

    @Test
    void theTeacherSaysWhetherStudentsMustAgree() {
        String consent = "/api/v1/classes/" + classroom.id() + "/consent";
        classroom.asTeacher().body(Map.of("required", true)).put(consent).then().statusCode(200);
        classroom.get("consent").body("required", equalTo(true));
        Response joined = Students.join(code, "24A1234", "山田 花子");
        assertThat(joined.<Boolean>path("consent_required")).isTrue();
        classroom
                .asTeacher()
                .body(Map.of("required", false))
                .put(consent)
                .then()
                .statusCode(200);
        Students.comeAgain(joined.path("device_secret")).then().body("consent_required", equalTo(false));
        classroom.asTeacher().body("{}").put(consent).then().statusCode(422).body("field", equalTo("required"));
    }
}
