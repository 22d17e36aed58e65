package io.cellmonitor.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.access.Callers;
import io.cellmonitor.help.HelpedClass.Asker;
import io.cellmonitor.help.HelpedClass.Helper;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What teachers do about a request, over HTTP: the log decides between them. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ClaimsTest {

    private static final int ROUNDS = 40;

    @Inject
    HelpedClass people;

    @Inject
    StoredClass stored;

    private TaughtClassroom classroom;
    private Helper suzuki;
    private Helper tanaka;
    private Asker hanako;

    @BeforeEach
    void aClassWithTwoAssistants() {
        classroom = TaughtClassroom.open();
        suzuki = people.assistant(classroom, "鈴木");
        tanaka = people.assistant(classroom, "田中");
        hanako = people.student(classroom, "花子");
    }

    private Response does(Helper helper, String request, String deed) {
        return helper.asks().post("/api/v1/classes/" + classroom.id() + "/help/" + request + "/" + deed);
    }

    private CompletableFuture<Response> claimsAt(CyclicBarrier start, Helper helper, String request) {
        return doesAt(start, helper, request, "claim");
    }

    private CompletableFuture<Response> doesAt(CyclicBarrier start, Helper helper, String request, String deed) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                start.await();
            } catch (Exception broken) {
                throw new AssertionError(broken);
            }
            return does(helper, request, deed);
        });
    }

    @Test
    void ofTwoWhoClaimAtTheSameMomentOneHasItAndTheOtherLearnsWho() {
        int suzukis = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String request = hanako.help("ここが分かりません");
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Response> first = claimsAt(start, suzuki, request);
            CompletableFuture<Response> second = claimsAt(start, tanaka, request);
            List<Response> answers = List.of(first.join(), second.join());
            assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
            boolean isSuzuki = answers.getFirst().statusCode() == 200;
            suzukis += isSuzuki ? 1 : 0;
            Helper winner = isSuzuki ? suzuki : tanaka;
            assertThat(answers).allSatisfy(answer -> {
                assertThat(answer.jsonPath().getString("teacher_id"))
                        .isEqualTo(winner.id().toString());
                assertThat(answer.jsonPath().getString("teacher")).isEqualTo(winner.name());
                assertThat(answer.jsonPath().getString("state")).isEqualTo("claimed");
            });
            does(winner, request, "resolve").then().statusCode(200).body("state", equalTo("resolved"));
        }
        stored.awaitWholeLog();
        String ofHanako = " from help_requests where user_id = '" + hanako.id() + "'";
        assertThat(stored.number("select count(*)" + ofHanako)).isEqualTo(ROUNDS);
        assertThat(stored.number("select count(*)" + ofHanako + " and state = 'resolved'"))
                .isEqualTo(ROUNDS);
        assertThat(stored.number("select count(*)" + ofHanako + " and teacher_id = '" + suzuki.id() + "'"))
                .isEqualTo(suzukis);
    }

    @Test
    void whoHasItMayAskAgainComeAndResolve() {
        String request = hanako.help("?");
        does(suzuki, request, "claim").then().statusCode(200).body("teacher", equalTo("鈴木"));
        does(suzuki, request, "claim").then().statusCode(200).body("state", equalTo("claimed"));
        does(tanaka, request, "on-my-way").then().statusCode(409).body("teacher", equalTo("鈴木"));
        does(suzuki, request, "on-my-way").then().statusCode(200).body("state", equalTo("on_my_way"));
        does(tanaka, request, "resolve").then().statusCode(200).body("teacher", equalTo("田中"));
        does(suzuki, request, "resolve").then().statusCode(200).body("state", equalTo("resolved"));
        stored.awaitWholeLog();
        assertThat(stored.number(
                        "select count(*) from learning_events where event_type = 'help_claimed' and user_id = '"
                                + hanako.id() + "'"))
                .as("asked again nothing is written")
                .isEqualTo(1);
    }

    @Test
    void whatIsGivenBackIsForWhoeverClaimsNext() {
        String request = hanako.help("?");
        does(suzuki, request, "on-my-way").then().statusCode(200);
        does(tanaka, request, "release").then().statusCode(409).body("teacher", equalTo("鈴木"));
        does(suzuki, request, "release")
                .then()
                .statusCode(200)
                .body("state", equalTo("waiting"))
                .body("teacher", nullValue());
        does(suzuki, request, "release").then().statusCode(200).body("state", equalTo("waiting"));
        classroom
                .get("summary")
                .body("help[0].position", equalTo(1))
                .body("help[0].claim", nullValue())
                .body("help_waiting", equalTo(1));
        does(tanaka, request, "claim").then().statusCode(200).body("teacher", equalTo("田中"));
        does(suzuki, request, "release").then().statusCode(409).body("teacher", equalTo("田中"));
        does(tanaka, request, "resolve").then().statusCode(200);
        does(tanaka, request, "release").then().statusCode(409).body("state", equalTo("resolved"));
    }

    @Test
    void whoClaimsAtTheMomentOfGivingBackHasItOrLearnsWhoseItWas() {
        for (int round = 0; round < ROUNDS; round++) {
            String request = hanako.help("?");
            does(suzuki, request, "claim").then().statusCode(200);
            CyclicBarrier start = new CyclicBarrier(2);
            CompletableFuture<Response> released = doesAt(start, suzuki, request, "release");
            Response claimed = claimsAt(start, tanaka, request).join();
            assertThat(released.join().statusCode()).isEqualTo(200);
            String holder = claimed.jsonPath().getString("teacher");
            assertThat(holder).isEqualTo(claimed.statusCode() == 200 ? "田中" : "鈴木");
            stored.awaitWholeLog();
            assertThat(stored.number("select count(*) from help_requests where state = '"
                            + (claimed.statusCode() == 200 ? "claimed" : "waiting") + "' and user_id = '" + hanako.id()
                            + "'"))
                    .isEqualTo(1);
            does(tanaka, request, "resolve").then().statusCode(200);
        }
    }

    @Test
    void whatWasWithdrawnCannotBeClaimed() {
        String request = hanako.help("?");
        hanako.asks().delete("/api/v1/student/help").then().statusCode(204);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> does(suzuki, request, "claim")
                        .then()
                        .statusCode(409)
                        .body("state", equalTo("withdrawn"))
                        .body("teacher", nullValue()));
    }

    @Test
    void theClassShowsWhoHasItAndWhoIsNext() {
        Asker taro = people.student(classroom, "太郎");
        String first = hanako.help("一番");
        taro.help("二番");
        does(suzuki, first, "claim").then().statusCode(200);
        classroom
                .get("summary")
                .statusCode(200)
                .body("help.find { it.message == '一番' }.claim.name", equalTo("鈴木"))
                .body("help.find { it.message == '一番' }.position", nullValue())
                .body("help.find { it.message == '二番' }.position", equalTo(1))
                .body("help_waiting", equalTo(1));
    }

    @Test
    void othersMayNot() {
        String request = hanako.help("?");
        Helper stranger = people.assistant(TaughtClassroom.open(), "他人");
        does(stranger, request, "claim").then().statusCode(403);
        Callers.admin()
                .post("/api/v1/classes/" + classroom.id() + "/help/" + request + "/claim")
                .then()
                .statusCode(403);
        hanako.asks()
                .post("/api/v1/classes/" + classroom.id() + "/help/" + request + "/claim")
                .then()
                .statusCode(403);
        does(suzuki, "1-1", "claim").then().statusCode(404);
        does(suzuki, "what", "claim").then().statusCode(404);
    }
}
