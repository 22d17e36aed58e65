package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A {@link NoOpServer} that runs. */
record NoOp(ChildProcess process, int port) implements AutoCloseable {

    static NoOp start(Path folder) {
        int port = Ports.free();
        ChildProcess process = ChildProcess.start("no-op", folder, Map.of(), Java.command(NoOpServer.class, port));
        Await.until("the no-op server", Duration.ofSeconds(30), () -> listens(port));
        return new NoOp(process, port);
    }

    static boolean listens(int port) throws java.io.IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        }
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    ProcessFigures figures() {
        return process.figures();
    }

    @Override
    public void close() {
        process.close();
    }
}
