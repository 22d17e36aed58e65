package io.cellmonitor.servers;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A PostgreSQL of the programs installed in a folder, with data of its own: for tests on a distribution's version. */
final class InstalledPostgresServer implements Server {

    private final Process process;
    private final int port;

    private InstalledPostgresServer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Starts one with the {@code initdb} and {@code postgres} of {@code programs} on a free port; its data is temporary. */
    static InstalledPostgresServer temporary(Path programs) throws IOException {
        Path data = Files.createTempDirectory("cell-monitor-postgres");
        Path log = data.resolveSibling(data.getFileName() + ".log");
        Process made =
                started(log, programs.resolve("initdb"), "-A", "trust", "-U", "postgres", "-E", "UTF-8", "-D", data);
        if (!ended(made, 120) || made.exitValue() != 0) {
            throw new IOException("initdb failed, see " + log);
        }
        int port = Ports.free();
        Process process = started(
                log,
                programs.resolve("postgres"),
                "-D",
                data,
                "-p",
                port,
                "-h",
                "127.0.0.1",
                "-k",
                "",
                "-F",
                "-c",
                "max_connections=200");
        InstalledPostgresServer server = new InstalledPostgresServer(process, port);
        server.awaitAnswer();
        return server;
    }

    private static Process started(Path log, Path program, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses root; in a user namespace without a map nobody is root.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program.toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        return new ProcessBuilder(command)
                .directory(new File("/"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    private void awaitAnswer() throws IOException {
        for (int tried = 0; tried < 300 && process.isAlive(); tried++) {
            try {
                DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/postgres", "postgres", "")
                        .close();
                return;
            } catch (SQLException notYet) {
                ended(process, 1);
            }
        }
        close();
        throw new IOException("PostgreSQL does not answer on port " + port);
    }

    private static boolean ended(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public String address() {
        return "postgresql://postgres:postgres@127.0.0.1:" + port + "/postgres";
    }

    @Override
    public ProcessHandle process() {
        return process.toHandle();
    }

    @Override
    public void close() {
        // SIGINT, PostgreSQL's fast shutdown, cannot be sent from here; its data is thrown away anyway.
        process.destroyForcibly();
        ended(process, 10);
    }
}
