package io.cellmonitor.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The beginning of the end: screens hear of it, and nobody comes in any more. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(LiveShutdownTest.AnApplicationOfItsOwn.class)
class LiveShutdownTest {

    /** It is no use for other tests afterwards. */
    public static final class AnApplicationOfItsOwn implements QuarkusTestProfile {}

    private static final String CLASS = "class=" + DemoClass.ID;

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void screensAreToldAndNewOnesAreRefused() {
        Map<String, String> teacher =
                Map.of("Cookie", "cell-monitor-session=" + Callers.cookie("demo-teacher", "demo-teacher-password"));
        try (LiveClient client = LiveClient.open(CLASS, teacher)) {
            client.await("snapshot");
            end.fire(new ShutdownDelayInitiatedEvent());
            assertThat(client.await("bye").path("reason").asText()).isEqualTo("shutdown");
        }
        assertThat(LiveClient.refusal(CLASS, teacher)).isEqualTo(503);
    }
}
