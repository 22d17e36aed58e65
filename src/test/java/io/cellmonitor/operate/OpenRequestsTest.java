package io.cellmonitor.operate;

import static org.assertj.core.api.Assertions.assertThat;

import io.cellmonitor.access.Callers;
import io.cellmonitor.access.DemoClass;
import io.cellmonitor.servers.TestServers;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Promise 9: an application that is told to end answers what it has begun, and waits for nothing else. */
@QuarkusTest
@QuarkusTestResource(TestServers.class)
@TestProfile(OpenRequestsTest.AnApplicationOfItsOwn.class)
class OpenRequestsTest {

    /** It is no use for other tests afterwards. */
    public static final class AnApplicationOfItsOwn implements QuarkusTestProfile {}

    private static final String HALF_A_REQUEST =
            "POST /api/v1/session HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{";

    @Inject
    OpenRequests requests;

    @Inject
    Event<ShutdownDelayInitiatedEvent> end;

    @Test
    void whatHasBegunIsAnsweredAndNothingElseIsWaitedFor() throws Exception {
        WebSocket screen = openScreen();
        breakOff();
        await(0);
        try (Socket socket = begin()) {
            await(1);
            CompletableFuture<Void> ending =
                    CompletableFuture.runAsync(() -> end.fire(new ShutdownDelayInitiatedEvent()));
            Awaitility.await().atMost(Duration.ofSeconds(60)).until(requests::isEnding);
            assertThat(ending).isNotCompleted();

            socket.getOutputStream().write('}');

            assertThat(headOfAnswer(socket)).startsWith("HTTP/1.1 422").containsIgnoringCase("connection: close");
            ending.get(60, TimeUnit.SECONDS);
            assertThat(requests.open()).isZero();
        }
        try (Socket late = begin()) {
            late.getOutputStream().write('}');
            assertThat(headOfAnswer(late))
                    .startsWith("HTTP/1.1 503")
                    .containsIgnoringCase("connection: close")
                    .containsIgnoringCase("retry-after: 1");
        }
        screen.abort();
    }

    private static String headOfAnswer(Socket socket) throws Exception {
        BufferedReader answer =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        return answer.lines().takeWhile(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }

    private void await(int open) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> requests.open() == open);
    }

    private static WebSocket openScreen() {
        URI address = URI.create("ws://127.0.0.1:" + RestAssured.port + "/ws/connect?class=" + DemoClass.ID);
        return HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .header("Cookie", "cell-monitor-session=" + Callers.cookie("demo-teacher", "demo-teacher-password"))
                .buildAsync(address, new WebSocket.Listener() {})
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }

    private static Socket begin() throws Exception {
        Socket socket = new Socket("127.0.0.1", RestAssured.port);
        socket.setSoTimeout(30_000);
        OutputStream out = socket.getOutputStream();
        out.write(HALF_A_REQUEST.getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Its sender goes away in the middle of it. */
    private void breakOff() throws Exception {
        try (Socket socket = begin()) {
            await(1);
        }
    }
}
