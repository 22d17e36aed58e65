package io.cellmonitor.servers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine. */
public final class Ports {

    private static final Path OUTGOING = Path.of("/proc/sys/net/ipv4/ip_local_port_range");
    static final int LOWEST = 10_000;
    private static final int TRIES = 100;

    private Ports() {}

    /**
     * One on loopback that nobody listens on now, and below those that outgoing connections are given: one of these may hold it while its
     * server is away, and a client that asks for that server again and again would sooner or later be connected to itself.
     */
    public static int free() {
        int end = firstOutgoing();
        for (int tried = 0; tried < TRIES && end > LOWEST; tried++) {
            int wanted = ThreadLocalRandom.current().nextInt(LOWEST, end);
            if (isFree(wanted)) {
                return wanted;
            }
        }
        try (ServerSocket socket = listening(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code wanted} if nobody listens on it, else another. */
    static int firstFree(int wanted) {
        return isFree(wanted) ? wanted : free();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = listening(port)) {
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static ServerSocket listening(int port) throws IOException {
        return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
    }

    /** The lowest port that an outgoing connection may be given. */
    static int firstOutgoing() {
        try (InputStream range = Files.newInputStream(OUTGOING)) {
            // At once: the kernel answers a second read with the end of the file.
            byte[] said = new byte[64];
            int length = range.read(said);
            return Integer.parseInt(new String(said, 0, length, StandardCharsets.US_ASCII).split("\\s")[0]);
        } catch (IOException notLinux) {
            return 32_768;
        }
    }
}
