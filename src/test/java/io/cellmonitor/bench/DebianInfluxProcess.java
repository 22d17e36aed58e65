package io.cellmonitor.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.cellmonitor.influx.RunStandIn;
import io.cellmonitor.influx.RunningInflux;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Debian's InfluxDB 1.6 behind the tests' stand-in, which speaks as 2.x does; both as processes of their own. */
record DebianInfluxProcess(ChildProcess process, RunningInflux server) implements AutoCloseable {

    private static final String TOKEN = "bench";
    private static final String ORG = "bench";

    static DebianInfluxProcess start(Path folder) throws JsonProcessingException {
        ChildProcess process = ChildProcess.start(
                "influx",
                folder,
                Map.of(),
                Java.command(RunStandIn.class, "data=" + folder.resolve("influx"), "token=" + TOKEN, "org=" + ORG));
        Await.until("InfluxDB", Duration.ofSeconds(60), () -> process.output().contains("\"address\""));
        String said = process.output()
                .lines()
                .filter(line -> line.startsWith("{"))
                .findFirst()
                .orElseThrow();
        URI address =
                URI.create(new ObjectMapper().readTree(said).path("address").asText());
        return new DebianInfluxProcess(
                process, new RunningInflux("Debian's InfluxDB 1.6 behind a stand-in for 2.x", address, TOKEN, ORG));
    }

    @Override
    public void close() {
        process.close();
    }
}
