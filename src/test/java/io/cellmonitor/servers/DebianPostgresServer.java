package io.cellmonitor.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Debian's PostgreSQL 15, when it is installed: a cluster of its own on loopback, with passwords checked by SCRAM. */
public final class DebianPostgresServer implements AutoCloseable {

    private static final Path PROGRAMS = Path.of("/usr/lib/postgresql/15/bin");
    private static final String PASSWORD = "postgres";

    private final Path data;
    private final int port;
    private final String options;

    private DebianPostgresServer(Path data, int port, String options) {
        this.data = data;
        this.port = port;
        this.options = options;
    }

    /** Whether its programs are there. */
    public static boolean installed() {
        return Files.isExecutable(PROGRAMS.resolve("initdb"));
    }

    /** Starts one on a free port; its data is thrown away at the end, so it does without fsync. */
    public static DebianPostgresServer temporary() {
        return start(home -> " -c max_connections=200 -c fsync=off");
    }

    /** The same, to which nobody connects without TLS; its certificate is of {@code host} ({@code ip:127.0.0.1}). */
    public static DebianPostgresServer overTls(String host) {
        return start(home -> {
            SelfSignedCertificate certificate = SelfSignedCertificate.of(home, host);
            certificate.key().toFile().setReadable(false, false);
            certificate.key().toFile().setReadable(true, true);
            Path rules = home.resolve("hba.conf");
            Files.writeString(rules, "local all all trust\nhostssl all all 127.0.0.1/32 scram-sha-256\n");
            return " -c fsync=off -c ssl=on -c ssl_cert_file=" + certificate.certificate() + " -c ssl_key_file="
                    + certificate.key() + " -c hba_file=" + rules;
        });
    }

    /** The same with Debian's settings, which fsync every commit: for measuring. */
    public static DebianPostgresServer durable() {
        return start(home -> "");
    }

    /** Options of a server, with files that it needs in its home. */
    private interface Settings {
        String in(Path home) throws IOException;
    }

    private static DebianPostgresServer start(Settings settings) {
        try {
            Path home = Files.createTempDirectory("cell-monitor-postgres");
            String ownOptions = settings.in(home);
            Path password = Files.writeString(home.resolve("password"), PASSWORD);
            if (isRoot()) {
                run(List.of("chown", "-R", "postgres", home.toString()));
            }
            Path data = home.resolve("data");
            asPostgres(
                    "initdb",
                    "-D",
                    data.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + password,
                    "-E",
                    "UTF8",
                    "--no-sync");
            int port = Ports.free();
            String options = "-p " + port + " -h 127.0.0.1 -k " + home + ownOptions;
            DebianPostgresServer server = new DebianPostgresServer(data, port, options);
            server.control("start");
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code postgresql://user:password@host:port/database} of the superuser. */
    public String address() {
        return "postgresql://postgres:" + PASSWORD + "@127.0.0.1:" + port + "/postgres";
    }

    /** PEM file of the authority of a server over TLS. */
    public Path certificate() {
        return data.resolveSibling("certificate.pem");
    }

    /** Stops it and starts it again at the same address, with its data and nothing in its buffers. */
    public void restart() {
        control("restart");
    }

    private void control(String verb) {
        String log = data.resolveSibling("log").toString();
        asPostgres("pg_ctl", "-D", data.toString(), "-l", log, "-o", options, "-w", "-m", "fast", verb);
    }

    @Override
    public void close() {
        asPostgres("pg_ctl", "-D", data.toString(), "-m", "immediate", "stop");
        run(List.of("rm", "-rf", data.getParent().toString()));
    }

    /** PostgreSQL refuses to run as root. */
    private static void asPostgres(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("runuser", "-u", "postgres", "--"));
        }
        command.add(PROGRAMS.resolve(program).toString());
        command.addAll(List.of(arguments));
        run(command);
    }

    private static boolean isRoot() {
        return System.getProperty("user.name").equals("root");
    }

    private static void run(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(Path.of("/").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException("failed: " + String.join(" ", command));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
