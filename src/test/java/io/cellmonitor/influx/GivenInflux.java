package io.cellmonitor.influx;

import io.cellmonitor.servers.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An {@code influxd} 2.x of the machine, set up with a token and an organisation. */
final class GivenInflux {

    private GivenInflux() {}

    static RunningInflux start(Path program, String token, String org) {
        try {
            Path data = Files.createTempDirectory("cell-monitor-influx2");
            int port = Ports.free();
            Process process = new ProcessBuilder(
                            program.toString(),
                            "--http-bind-address=127.0.0.1:" + port,
                            "--bolt-path=" + data.resolve("influxd.bolt"),
                            "--sqlite-path=" + data.resolve("influxd.sqlite"),
                            "--engine-path=" + data.resolve("engine"),
                            "--reporting-disabled")
                    .redirectErrorStream(true)
                    .redirectOutput(data.resolve("influx.log").toFile())
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            URI url = URI.create("http://127.0.0.1:" + port);
            Upstream influx = new Upstream(url);
            influx.awaitUp(process, data);
            setUp(influx, token, org);
            return new RunningInflux("the 2.x that CELL_MONITOR_TEST_INFLUXD names", url, token, org);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setUp(Upstream influx, String token, String org) throws IOException {
        String setup = """
                {"username":"tests","password":"tests-of-cell-monitor","org":"%s","bucket":"first","token":"%s"}""".formatted(org, token);
        HttpResponse<byte[]> answer =
                influx.post("/api/v2/setup", "application/json", setup.getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("setup answers " + answer.statusCode());
        }
    }
}
