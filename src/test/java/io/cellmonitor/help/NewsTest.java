package io.cellmonitor.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.cellmonitor.help.HelpedClass.Asker;
import io.cellmonitor.help.HelpedClass.Helper;
import io.cellmonitor.pipeline.StoredClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What students hear back, though nobody watches the class. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class NewsTest {

    private static final int MOST_OF_ONE = 3;

    @Inject
    HelpedClass people;

    @Inject
    StoredClass stored;

    @Inject
    NewsDesk desk;

    private TaughtClassroom classroom;
    private Helper suzuki;
    private Asker hanako;

    @BeforeEach
    void aClass() {
        classroom = TaughtClassroom.open();
        suzuki = people.assistant(classroom, "鈴木");
        hanako = people.student(classroom, "花子");
    }

    private void does(String request, String deed) {
        suzuki.asks()
                .post("/api/v1/classes/" + classroom.id() + "/help/" + request + "/" + deed)
                .then()
                .statusCode(200);
    }

    private String hints(String text, Asker... students) {
        List<UUID> ids = List.of(students).stream().map(Asker::id).toList();
        List<String> hints = suzuki.asks()
                .body(Map.of("students", ids, "text", text, "cell_id", "c1"))
                .post("/api/v1/classes/" + classroom.id() + "/hints")
                .then()
                .statusCode(202)
                .extract()
                .path("hint_ids");
        assertThat(hints).hasSize(students.length);
        return hints.getFirst();
    }

    private CompletableFuture<Response> waitsFor(Asker student, String cursor) {
        Awaitility.await("the one before has gone")
                .atMost(Duration.ofSeconds(60))
                .until(() -> desk.held() == 0);
        CompletableFuture<Response> answer = CompletableFuture.supplyAsync(() -> student.news(cursor));
        Awaitility.await("it is held").atMost(Duration.ofSeconds(60)).until(() -> desk.held() == 1 || answer.isDone());
        return answer;
    }

    private static JsonPath soon(CompletableFuture<Response> answer) throws Exception {
        Response response = answer.get(60, TimeUnit.SECONDS);
        response.then().statusCode(200).body("cursor", notNullValue());
        return response.jsonPath();
    }

    @Test
    void whoAsksHearsEachStepAsSoonAsItIsDone() throws Exception {
        String request = hanako.help("ここ");
        JsonPath asked = soon(waitsFor(hanako, null));
        assertThat(asked.getString("help.state")).isEqualTo("waiting");
        assertThat(asked.getInt("help.position")).isEqualTo(1);

        CompletableFuture<Response> claimed = waitsFor(hanako, asked.getString("cursor"));
        assertThat(claimed).isNotDone();
        does(request, "claim");
        assertThat(soon(claimed).getString("help.state")).isEqualTo("claimed");
        assertThat(soon(claimed).getString("help.teacher")).isEqualTo("鈴木");

        CompletableFuture<Response> coming = waitsFor(hanako, soon(claimed).getString("cursor"));
        does(request, "on-my-way");
        assertThat(soon(coming).getString("help.state")).isEqualTo("on_my_way");
        CompletableFuture<Response> helped = waitsFor(hanako, soon(coming).getString("cursor"));
        does(request, "resolve");
        assertThat(soon(helped).getString("help.state")).isEqualTo("resolved");
        CompletableFuture<Response> aside = waitsFor(hanako, soon(helped).getString("cursor"));
        String again = hanako.help("また");
        assertThat(soon(aside).getString("help.request_id")).isEqualTo(again).isNotEqualTo(request);
    }

    @Test
    void whoMovesUpInTheQueueHearsItAndThatTheyAskNoLonger() throws Exception {
        Asker taro = people.student(classroom, "太郎");
        String first = hanako.help("一番");
        taro.help("二番");
        JsonPath second = soon(waitsFor(taro, null));
        assertThat(second.getInt("help.position")).isEqualTo(2);
        CompletableFuture<Response> next = waitsFor(taro, second.getString("cursor"));
        does(first, "claim");
        assertThat(soon(next).getInt("help.position")).isEqualTo(1);
        CompletableFuture<Response> over = waitsFor(taro, soon(next).getString("cursor"));
        taro.asks().delete("/api/v1/student/help").then().statusCode(204);
        assertThat(soon(over).getString("help")).isNull();
    }

    @Test
    void aHintComesOnceToEachAndComesBackToWhoLostTheirPlaceUntilItIsSeen() throws Exception {
        Asker taro = people.student(classroom, "太郎");
        String request = hanako.help("一");
        taro.help("二");
        String known = soon(waitsFor(hanako, null)).getString("cursor");
        CompletableFuture<Response> waiting = waitsFor(hanako, known);
        String hint = hints("`range` を見てください", hanako, taro);
        JsonPath heard = soon(waiting);
        assertThat(heard.getString("hints[0].hint_id")).isEqualTo(hint);
        assertThat(heard.getString("hints[0].text")).isEqualTo("`range` を見てください");
        assertThat(heard.getString("hints[0].from")).isEqualTo("鈴木");
        assertThat(heard.getString("hints[0].cell_id")).isEqualTo("c1");

        CompletableFuture<Response> nothingNew = waitsFor(hanako, heard.getString("cursor"));
        assertThat(nothingNew).isNotDone();
        hanako.news(known).then().body("hints", hasSize(1));
        hanako.news(null).then().body("hints.hint_id", contains(hint));
        does(request, "claim");
        assertThat(soon(nothingNew).getList("hints"))
                .as("the hint is no news beside the claim")
                .isEmpty();
        hanako.does("hint_seen", Map.of("hintId", hint));
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> hanako.news(null).then().body("hints", empty()));
        taro.news(null).then().body("hints", hasSize(1));
        stored.awaitWholeLog();
        assertThat(stored.number("select count(*) from hints where class_id = '" + classroom.id() + "'"))
                .isEqualTo(2);
        assertThat(stored.number(
                        "select count(*) from hints where seen_at is not null and user_id = '" + hanako.id() + "'"))
                .isEqualTo(1);
    }

    @Test
    void whoAsksAgainAfterLostConnectionsTakesThePlaceOfTheOldest() throws Exception {
        hanako.help("ここ");
        String known = soon(waitsFor(hanako, null)).getString("cursor");
        Awaitility.await("nobody else waits").atMost(Duration.ofSeconds(60)).until(() -> desk.held() == 0);
        List<CompletableFuture<Response>> polls = new ArrayList<>();
        for (int held = 1; held <= MOST_OF_ONE; held++) {
            int wanted = held;
            polls.add(asksApart(known));
            Awaitility.await("it is held").atMost(Duration.ofSeconds(60)).until(() -> desk.held() == wanted);
        }
        polls.add(asksApart(known));
        assertThat(soon(polls.removeFirst()).getList("hints")).isEmpty();
        assertThat(polls).noneMatch(CompletableFuture::isDone);
        String hint = hints("`range`", hanako);
        for (CompletableFuture<Response> poll : polls) {
            assertThat(soon(poll).getString("hints[0].hint_id")).isEqualTo(hint);
        }
    }

    private CompletableFuture<Response> asksApart(String known) {
        return CompletableFuture.supplyAsync(
                () -> hanako.news(known), task -> Thread.ofVirtual().start(task));
    }

    @Test
    void aStudentSeesOwnDataAndNobodyElses() {
        Asker taro = people.student(classroom, "太郎");
        hanako.help("花子の質問");
        taro.help("太郎の質問");
        hints("花子だけ", hanako);
        stored.awaitWholeLog();
        hanako.asks()
                .get("/api/v1/student/me")
                .then()
                .statusCode(200)
                .body("student", equalTo(hanako.id().toString()))
                .body("class.name", equalTo("情報 I"))
                .body("today.runs", equalTo(0))
                .body("help_requests.message", contains("花子の質問"))
                .body("hints.text", contains("花子だけ"))
                .body("hints[0].seen_at", nullValue());
        taro.asks()
                .get("/api/v1/student/me")
                .then()
                .body("help_requests.message", contains("太郎の質問"))
                .body("hints", empty());
    }

    @Test
    void whatIsNoCursorAndWhatIsNoHintIsRefused() {
        hanako.news("what").then().statusCode(422).body("field", equalTo("after"));
        hanako.help("?");
        for (Map<String, Object> bad : List.<Map<String, Object>>of(
                Map.of("text", "x"),
                Map.of("students", List.of(), "text", "x"),
                Map.of("students", List.of(hanako.id()), "text", " "),
                Map.of("students", List.of(hanako.id()), "text", "x".repeat(2001)),
                Map.of("students", List.of(UUID.randomUUID()), "text", "x"),
                Map.of("students", List.of(hanako.id()), "text", "x", "notebook_id", UUID.randomUUID()))) {
            suzuki.asks()
                    .body(bad)
                    .post("/api/v1/classes/" + classroom.id() + "/hints")
                    .then()
                    .statusCode(422)
                    .body("field", notNullValue())
                    .body("limit", notNullValue());
        }
    }
}
