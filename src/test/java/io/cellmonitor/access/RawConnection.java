package io.cellmonitor.access;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** An HTTP/1 answer, read from a plain socket: for requests that no client library would send. */
public record RawConnection(int status, String head, String body) {

    /** Sends the lines as they are (CRLF between them); they must make the server close, which is waited for 10 s. */
    public static RawConnection send(String... lines) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.ISO_8859_1));
            return of(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static RawConnection of(String answer) {
        int end = answer.indexOf("\r\n\r\n");
        String head = end < 0 ? answer : answer.substring(0, end);
        return new RawConnection(
                head.isEmpty() ? 0 : Integer.parseInt(head.split(" ")[1]),
                head,
                end < 0 ? "" : answer.substring(end + 4));
    }
}
