package io.cellmonitor.pipeline;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Promise 2 across the whole path: HTTP, the log in Redis, the reader, PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class ExactlyOnceTest {

    private static final int RUNS = 40;

    @Inject
    StoredClass stored;

    @BeforeEach
    void emptyTheClass() {
        stored.empty();
    }

    @AfterEach
    void heal() {
        CrashAfterCommit.REMAINING.set(0);
    }

    @Test
    void promise2_acrossACrashBetweenCommitAndAcknowledgement() {
        CrashAfterCommit.REMAINING.set(3);
        send();
        stored.awaitWholeLog();
        assertThat(CrashAfterCommit.REMAINING).hasValue(0);
        checkOnce();
    }

    @Test
    void promise2_whenTheSenderSendsAgain() {
        send();
        send();
        stored.awaitWholeLog();
        checkOnce();
    }

    /** Every fourth run fails; two students. */
    private static void send() {
        String body = IntStream.range(0, RUNS)
                .mapToObj(run -> """
                        {"eventType":"cell_executed","eventId":"once-%d","userName":"s%d","sessionId":"one",
                         "notebookPath":"lesson1.ipynb","cellIndex":1,"hasError":%s}""".formatted(run, run % 2, run % 4 == 0))
                .collect(Collectors.joining(",", "[", "]"));
        given().contentType("application/json")
                .body(body)
                .post("/api/v1/events")
                .then()
                .statusCode(202);
    }

    private void checkOnce() {
        assertThat(stored.number("select count(*) from learning_events")).isEqualTo(RUNS);
        assertThat(stored.number("select sum(cell_executions) from learning_sessions"))
                .isEqualTo(RUNS);
        assertThat(stored.number("select sum(error_count) from learning_sessions"))
                .isEqualTo(RUNS / 4);
        assertThat(stored.number("select count(*) from learning_sessions")).isEqualTo(2);
        assertThat(stored.number("select count(*) from dead_letters")).isZero();
    }
}
