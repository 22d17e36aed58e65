package io.cellmonitor.servers;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Waits until a Redis answers, which it does not while it reads its append-only file. */
final class RedisPing {

    private static final int TRIES = 1_800;
    private static final int PAUSE_MILLISECONDS = 100;

    private RedisPing() {}

    /** Returns once the server on {@code port} says PONG; fails after three minutes, or when {@code process} ends. */
    static void await(Process process, int port) throws IOException {
        for (int tried = 0; tried < TRIES && process.isAlive(); tried++) {
            if (answers(port)) {
                return;
            }
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
        }
        process.destroyForcibly();
        throw new IOException("Redis does not answer on port " + port);
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(1000);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII).equals("+PONG");
        } catch (IOException notYet) {
            return false;
        }
    }
}
