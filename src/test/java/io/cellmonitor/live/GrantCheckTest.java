package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.pipeline.TaughtClassroom;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A socket ends with the right to it, also when another instance ended that: it is all in PostgreSQL, as another instance leaves it. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class GrantCheckTest {

    private static final String CLASS = "class=" + DemoClass.ID;
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final Pool owner = Pool.newInstance(PgBuilder.pool()
            .connectingTo(PgConnectOptions.fromUri(TestServers.postgres()))
            .build());
    private String cookie;

    @BeforeEach
    void signIn() {
        cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
    }

    @AfterEach
    void close() {
        owner.closeAndAwait();
    }

    private LiveClient connect() {
        return LiveClient.open(CLASS, headers());
    }

    private Map<String, String> headers() {
        return Map.of("Cookie", "cell-monitor-session=" + cookie);
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private int change(String sql, Object... values) {
        return owner.preparedQuery(sql)
                .execute(Tuple.from(values))
                .await()
                .atMost(LIMIT)
                .rowCount();
    }

    private static void assertEnds(LiveClient client, String reason) {
        JsonNode bye = client.await("bye");
        assertThat(bye.path("reason").asText()).isEqualTo(reason);
        assertThat(bye.path("reconnect").asBoolean()).isFalse();
        client.awaitClosed();
    }

    @Test
    void whenAnotherInstanceEndedTheSession() {
        String others = Callers.cookie("demo-teacher", "demo-teacher-password");
        try (LiveClient client = connect();
                LiveClient other = LiveClient.open(CLASS, Map.of("Cookie", "cell-monitor-session=" + others))) {
            client.await("snapshot");
            other.await("snapshot");
            assertThat(change("delete from sign_in_sessions where token_hash = $1", hash()))
                    .isEqualTo(1);
            assertEnds(client, "signed_out");
            assertThat(other.frames("bye")).isEmpty();
        }
        assertThat(LiveClient.refusal(CLASS, headers())).isEqualTo(401);
    }

    @Test
    void whenTheSessionIsTooOld() {
        try (LiveClient client = connect()) {
            client.await("snapshot");
            change("update sign_in_sessions set expires_at = now() where token_hash = $1", hash());
            assertEnds(client, "signed_out");
        }
    }

    @Test
    void whenThePersonLeftTheClass() {
        TaughtClassroom classroom = TaughtClassroom.open();
        String query = "class=" + classroom.id();
        String another = "class=" + anotherClassOf(classroom);
        Map<String, String> teacher = Map.of("Cookie", "cell-monitor-session=" + classroom.teacher());
        try (LiveClient client = LiveClient.open(query, teacher);
                LiveClient other = LiveClient.open(another, teacher)) {
            client.await("snapshot");
            other.await("snapshot");
            assertThat(change("delete from enrolments where class_id = $1", classroom.id()))
                    .isEqualTo(1);
            assertEnds(client, "revoked");
            assertThat(other.frames("bye")).isEmpty();
        }
        assertThat(LiveClient.refusal(query, teacher)).isEqualTo(403);
    }

    private static String anotherClassOf(TaughtClassroom classroom) {
        return classroom
                .asTeacher()
                .body(Map.of("name", "情報 II", "zone", "Asia/Tokyo"))
                .post("/api/v1/classes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
