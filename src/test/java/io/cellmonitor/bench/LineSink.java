package io.cellmonitor.bench;

import io.cellmonitor.influx.RunningInflux;
import io.cellmonitor.servers.Ports;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A {@link LineSinkServer} that runs. */
record LineSink(ChildProcess process, RunningInflux server) implements AutoCloseable {

    /** {@code lines}: the file that gets the first lines written. */
    static LineSink start(Path folder, Path lines) {
        int port = Ports.free();
        ChildProcess process =
                ChildProcess.start("sink", folder, Map.of(), Java.command(LineSinkServer.class, port, lines));
        Await.until("the sink", Duration.ofSeconds(30), () -> NoOp.listens(port));
        URI address = URI.create("http://127.0.0.1:" + port);
        return new LineSink(
                process,
                new RunningInflux(
                        "a bare Vert.x server that takes the lines and answers 204", address, "sink", "sink"));
    }

    @Override
    public void close() {
        process.close();
    }
}
