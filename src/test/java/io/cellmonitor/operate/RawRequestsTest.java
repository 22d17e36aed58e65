package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.RawConnection;
import io.cellmonitor.servers.TestServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Requests that no client library sends. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
class RawRequestsTest {

    @Test
    void withoutHost() throws IOException {
        refused(RawConnection.send("GET /api/v1/session HTTP/1.1", "Connection: close", "", ""), 400, "Host");
        refused(
                RawConnection.send("GET /api/v1/session HTTP/1.1", "Origin: http://x", "Connection: close", "", ""),
                400,
                "Host");
        refused(
                RawConnection.send("GET /api/v1/session HTTP/1.1", "Host: a:b:c", "Connection: close", "", ""),
                400,
                "Host");
    }

    @Test
    void anOlderClientNeedsNoHost() throws IOException {
        assertThat(RawConnection.send("GET /api/v1/asyncapi.yaml HTTP/1.0", "", "")
                        .status())
                .isEqualTo(200);
    }

    /** The framework ends such a connection, mostly before an answer can leave. */
    @Test
    void chunksThatAreNoneAreNeverTakenAndNoErrorOfOurs() throws IOException {
        RawConnection answer = RawConnection.send(
                "POST /api/v1/events HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                "Transfer-Encoding: chunked",
                "",
                "not-a-length",
                "");
        assertThat(answer.status()).isIn(0, 400);
    }

    /** Refused by the framework before there is a route: as docs/protocol.md says, without a body. */
    @Test
    void anEscapeThatIsNone() throws IOException {
        RawConnection answer = RawConnection.send(
                "GET /api/v1/classes/%zz/summary HTTP/1.1", "Host: localhost", "Connection: close", "", "");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void lineAndHeadersThatAreTooLong() throws IOException {
        String line = "GET /api/v1/session?x=" + "x".repeat(5_000) + " HTTP/1.1";
        assertThat(RawConnection.send(line, "Host: localhost", "", "").status()).isEqualTo(414);
        String header = "X: " + "x".repeat(30_000);
        assertThat(RawConnection.send("GET /api/v1/session HTTP/1.1", "Host: localhost", header, "", "")
                        .status())
                .isEqualTo(431);
    }

    private static void refused(RawConnection answer, int status, String field) {
        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.head()).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"", "\"limit\":\"", "\"status\":" + status);
    }
}
