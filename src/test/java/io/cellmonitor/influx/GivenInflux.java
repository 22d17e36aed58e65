package io.cellmonitor.influx;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An {@code influxd} 2.x of the machine, set up with a token and an organisation. */
final class GivenInflux {

    private GivenInflux() {}

    static RunningInflux start(Path program, String token, String org) {
        try {
            Path data = Files.createTempDirectory("cell-monitor-influx2");
            int port;
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = socket.getLocalPort();
            }
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
            setUp(new Upstream(url), token, org);
            return new RunningInflux(program + " of this machine", url, token, org);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void setUp(Upstream influx, String token, String org) throws IOException {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); !influx.isUp(); ) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("influxd does not answer");
            }
            Thread.onSpinWait();
        }
        String setup = """
                {"username":"tests","password":"tests-of-cell-monitor","org":"%s","bucket":"first","token":"%s"}""".formatted(org, token);
        HttpResponse<byte[]> answer =
                influx.post("/api/v2/setup", "application/json", setup.getBytes(StandardCharsets.UTF_8));
        if (answer.statusCode() != 201) {
            throw new IllegalStateException("setup answers " + answer.statusCode());
        }
    }
}
