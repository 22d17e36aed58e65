package io.cellmonitor.bench;

import io.cellmonitor.servers.Ports;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The packaged application as an operator runs it: no demo, an API key for the senders. */
final class Application implements AutoCloseable {

    /**
     * Of the container image (src/main/docker/Dockerfile.jvm), in a container of 512 MiB: for so little memory Java chooses the serial collector
     * itself, but not where {@code MaxRAM} alone says that it is little.
     */
    static final List<String> JAVA_OPTIONS = List.of(
            "-XX:MaxRAM=512m",
            "-XX:InitialRAMPercentage=45",
            "-XX:MaxRAMPercentage=45",
            "-XX:NewRatio=1",
            "-XX:SurvivorRatio=4",
            "-XX:MetaspaceSize=160m",
            "-XX:TrimNativeHeapInterval=10000",
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-XX:+UseTransparentHugePages",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private static final String PASSWORD = "bench-bench-bench";
    private static final Map<String, String> LOGINS = Map.of(
            "CELL_MONITOR_PG_WRITER_PASSWORD", PASSWORD,
            "CELL_MONITOR_PG_PIPELINE_PASSWORD", PASSWORD,
            "CELL_MONITOR_PG_READER_PASSWORD", PASSWORD,
            "CELL_MONITOR_ADMIN", "admin",
            "CELL_MONITOR_ADMIN_PASSWORD", PASSWORD);
    /** Made anew each time: no student's token outlives a bench. */
    private static final String TOKEN_KEY = Base64.getEncoder().encodeToString(new SecureRandom().generateSeed(32));

    private static final Duration LIMIT = Duration.ofSeconds(120);

    private final ChildProcess process;
    private final int port;
    private final int managementPort;
    private final HttpClient client = HttpClient.newHttpClient();

    private Application(ChildProcess process, int port, int managementPort) {
        this.process = process;
        this.port = port;
        this.managementPort = managementPort;
    }

    /** Returns when it says that it is ready. */
    static Application start(Settings settings, Redis redis, Postgres postgres) throws IOException {
        return start(settings, redis, postgres, Map.of());
    }

    /** {@code more}: settings by the names of their environment variables. */
    static Application start(Settings settings, Redis redis, Postgres postgres, Map<String, String> more)
            throws IOException {
        int port = Ports.free();
        int managementPort = Ports.free();
        Path keyset = settings.folder().resolve("keyset.json");
        if (!Files.exists(keyset)) {
            List<String> makeKeyset = command(settings.application(), "make-keyset", keyset.toString());
            ChildProcess.run("keyset", settings.folder(), LIMIT, makeKeyset);
        }
        Map<String, String> environment = new HashMap<>(LOGINS);
        environment.put("CELL_MONITOR_PG", postgres.address());
        environment.put("CELL_MONITOR_REDIS", redis.address());
        environment.put("CELL_MONITOR_KEYSET", keyset.toString());
        environment.put("CELL_MONITOR_TOKEN_KEYS", TOKEN_KEY);
        environment.put("CELL_MONITOR_PORT", "" + port);
        environment.put("CELL_MONITOR_MANAGEMENT_PORT", "" + managementPort);
        // One key sends for many schools here; no limit but what the parts can do.
        environment.put("CELL_MONITOR_INGEST_KEY_RATE", "0");
        environment.putAll(more);
        ChildProcess process =
                ChildProcess.start("application", settings.folder(), environment, command(settings.application()));
        Application application = new Application(process, port, managementPort);
        Await.until("the application", LIMIT, application::isReady);
        return application;
    }

    static String password() {
        return PASSWORD;
    }

    int port() {
        return port;
    }

    String url() {
        return "http://127.0.0.1:" + port;
    }

    ProcessFigures figures() {
        return process.figures();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Events that it has brought into a group's store. */
    double stored(String group) throws IOException, InterruptedException {
        return metric("cellmonitor_group_stored_total", group);
    }

    /** The sum of a counter over all of its labels that contain {@code label}. */
    private double metric(String name, String label) throws IOException, InterruptedException {
        return get(managementPort, "/q/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(name) && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private boolean isReady() throws IOException, InterruptedException {
        return get(managementPort, "/q/health/ready").statusCode() == 200;
    }

    private HttpResponse<String> get(int asked, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + asked + path))
                .timeout(Duration.ofSeconds(10))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private static List<String> command(Path application, String... arguments) {
        List<String> command = new ArrayList<>(List.of(Java.PROGRAM));
        command.addAll(JAVA_OPTIONS);
        command.addAll(List.of("-jar", application.toString()));
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public void close() {
        client.close();
        process.close();
    }
}
