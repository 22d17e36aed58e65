package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * Promise 6 over a real connection whose client does not read: only if the socket tells when it takes no more does the backlog end, and
 * a snapshot take its place.
 */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SlowClientTest {

    private static final String CLASS = "class=" + DemoClass.ID;
    private static final int STUDENTS = 100;
    private static final int BATCHES = 24;

    private final SentEvents events = new SentEvents();

    private LiveClient connect() {
        String cookie = Callers.cookie("demo-teacher", "demo-teacher-password");
        return LiveClient.open(CLASS, Map.of("Cookie", "cell-monitor-session=" + cookie));
    }

    @Test
    void promise6_whoDoesNotReadHoldsNobodyUpAndGetsOneSnapshotForItsBacklog() {
        try (LiveClient steady = connect();
                LiveClient stalled = connect()) {
            steady.await("snapshot");
            stalled.await("snapshot");
            stalled.suspend();
            for (int i = 0; i < BATCHES; i++) {
                SentEvents.post(events.lesson(200, STUDENTS));
            }
            Map<String, Object> last = events.run(1, 1, false);
            SentEvents.post(last);
            steady.awaitSeen(last);
            assertThat(steady.frames("snapshot")).hasSize(1);

            stalled.wake();
            JsonNode snapshot =
                    stalled.await("snapshot", frame -> frame.path("reset").asBoolean());
            assertThat(stalled.frames("delta"))
                    .hasSizeLessThan(steady.frames("delta").size());
            assertThat(snapshot.path("students").size()).isGreaterThanOrEqualTo(STUDENTS);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .untilAsserted(() -> assertThat(stalled.state()).isEqualTo(steady.state()));
            List<JsonNode> after = stalled.frames("snapshot");
            assertThat(after).hasSize(2);
        }
    }
}
