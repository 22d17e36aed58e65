package io.cellmonitor.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is asked of senders' routes cannot be slipped by writing their path another way, nor slipped onto other routes. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class SenderPathsTest {

    private static final String HELP = "{\"eventType\":\"help\",\"userName\":\"s1\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/events",
                "/api/v1/events/",
                "//api/v1/events",
                "/api//v1/events",
                "/api/v1/./events",
                "/api/v1/x/../events",
                "/%61pi/v1/events",
                "/api/v1/%65vents",
                "/api/v1/%2e/events",
                "/api/v1/x/%2e%2e/events",
                "/api/v1/events;a=b",
                "/api/v1;a=b/events",
                "/api/v1/events%2f",
                "/api/v1/events%00",
                "/api/v1/EVENTS",
                "/student-progress/",
                "/./student-progress",
                "/api/v1/test/events/t1/.",
                "/api/v1/test//events/t1"
            })
    void noOtherSpellingOpensTheDoorToElsewhere(String path) throws IOException {
        assertThat(post(path, "Host: elsewhere.example").status()).isIn(400, 401, 403, 404);
        assertThat(post(path, "Host: localhost", "Origin: https://elsewhere.example")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void theSamePathOtherwiseWrittenIsTheSameDoor() throws IOException {
        for (String path :
                new String[] {"/api/v1/events", "//api/v1/events", "/api/v1/x/../events", "/api/v1/%65vents"}) {
            assertThat(post(path, "Host: localhost").status()).as(path).isEqualTo(202);
        }
    }

    /** A page that may send events from its origin may do nothing else: the door of the demo lets in pages of this machine. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/test/events/../../session",
                "/api/v1/test/events/%2e%2e/%2e%2e/session",
                "/api/v1/test/events/x/../../../session",
                "/api/v1/test/events//../../session"
            })
    void noOtherRouteIsReachedAsASenders(String path) throws IOException {
        RawConnection answer = RawConnection.send(
                "DELETE " + path + " HTTP/1.1",
                "Host: localhost",
                "Origin: http://localhost:8888",
                "Authorization: Bearer cm_wrong",
                "Connection: close",
                "",
                "");
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("\"field\":\"Origin\"");
    }

    private static RawConnection post(String path, String... headers) throws IOException {
        return RawConnection.send(
                "POST " + path + " HTTP/1.1",
                String.join("\r\n", headers),
                "Content-Type: application/json",
                "Content-Length: " + HELP.length(),
                "Connection: close",
                "",
                HELP);
    }
}
