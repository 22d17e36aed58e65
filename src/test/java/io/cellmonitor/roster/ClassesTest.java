package io.cellmonitor.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.cellmonitor.access.Callers;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClassesTest {

    @Inject
    StoredClass stored;

    private static final String CODE = "[" + JoinCode.ALPHABET + "]{3}-[" + JoinCode.ALPHABET + "]{3}";

    private static Response newClass(String zone) {
        return Callers.teacher().body(Map.of("name", "情報 I", "zone", zone)).post("/api/v1/classes");
    }

    @Test
    void aTeacherMakesAClassAndSeesIt() {
        Response made = newClass("Asia/Tokyo");
        made.then().statusCode(201).body("name", equalTo("情報 I")).body("joinCode", matchesPattern(CODE));
        Callers.teacher().get("/api/v1/classes").then().statusCode(200).body("classes.id", hasItem((String)
                made.path("id")));
    }

    @Test
    void aTeacherChangesTheJoinCode() {
        Response made = newClass("Asia/Tokyo");
        String code = made.path("joinCode");
        Callers.teacher()
                .post("/api/v1/classes/" + made.path("id") + "/join-code")
                .then()
                .statusCode(200)
                .body("joinCode", matchesPattern(CODE))
                .body("joinCode", not(equalTo(code)));
    }

    @Test
    void nobodyElseChangesTheJoinCode() {
        String id = newClass("Asia/Tokyo").path("id");
        Callers.admin().post("/api/v1/classes/" + id + "/join-code").then().statusCode(403);
        Callers.admin()
                .post("/api/v1/classes/" + UUID.randomUUID() + "/join-code")
                .then()
                .statusCode(404)
                .contentType("application/problem+json");
    }

    @Test
    void anUnknownZoneIsNamed() {
        newClass("Asia/Edo").then().statusCode(422).body("field", equalTo("zone"));
    }

    @Test
    void aNameThatPostgresCannotKeepIsNamed() {
        for (String name : List.of("情報\\u0000", "情報\\ud800")) {
            Callers.teacher()
                    .body("{\"name\":\"" + name + "\",\"zone\":\"Asia/Tokyo\"}")
                    .post("/api/v1/classes")
                    .then()
                    .statusCode(422)
                    .body("field", equalTo("name"))
                    .body("limit", equalTo("must have no U+0000 and no lone surrogates"));
        }
    }

    @Test
    void anAdminMakesATeacherAndATeacherDoesNot() {
        String name = "new-" + UUID.randomUUID();
        Map<String, String> account =
                Map.of("username", name, "password", "long-enough-1", "displayName", "新しい先生", "role", "teacher");
        Callers.teacher().body(account).post("/api/v1/accounts").then().statusCode(403);
        Callers.admin().body(account).post("/api/v1/accounts").then().statusCode(201);
        Callers.admin()
                .body(account)
                .post("/api/v1/accounts")
                .then()
                .statusCode(409)
                .body("field", equalTo("username"));
        Callers.with(Callers.cookie(name, "long-enough-1"))
                .get("/api/v1/session")
                .then()
                .body("displayName", equalTo("新しい先生"));
    }

    @Test
    void aTeacherHasAtMostFiveHundredClasses() {
        TaughtClassroom classroom = TaughtClassroom.open();
        stored.execute("""
                with made as (insert into classes (id, name, zone)
                              select gen_random_uuid(), 'one of many', 'Asia/Tokyo' from generate_series(1, 499) returning id)
                insert into enrolments (class_id, user_id, role)
                select made.id, e.user_id, 'teacher' from made, enrolments e where e.class_id = '%s'""".formatted(classroom.id()));
        Map<String, String> further = Map.of("name", "一つ多い", "zone", "Asia/Tokyo");
        classroom
                .asTeacher()
                .body(further)
                .post("/api/v1/classes")
                .then()
                .statusCode(409)
                .body("field", equalTo("name"));
        stored.execute("delete from enrolments where class_id in (select id from classes where name = 'one of many')");
        stored.execute("delete from classes where name = 'one of many'");
        classroom.asTeacher().body(further).post("/api/v1/classes").then().statusCode(201);
    }

    @Test
    void joinCodesDiffer() {
        assertThat(Stream.generate(JoinCode::random).limit(100)).doesNotHaveDuplicates();
    }
}
