package io.cellmonitor.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The programs of the embedded PostgreSQL, unpacked once for each user of a machine. The library keeps what a process left that died while it
 * unpacked: each later start would fail. So one process at a time starts a server, and what was left half unpacked goes before.
 */
final class UnpackedPostgres {

    /** The library makes this file when all is unpacked. */
    private static final String WHOLE = ".exists";

    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final Path folder;

    private UnpackedPostgres(Path folder) {
        this.folder = folder;
    }

    /** The one under the system's folder for temporary files. */
    static UnpackedPostgres ofUser() {
        return in(Path.of(
                System.getProperty("java.io.tmpdir"), "cell-monitor-postgres-" + System.getProperty("user.name")));
    }

    static UnpackedPostgres in(Path folder) {
        return new UnpackedPostgres(folder);
    }

    /** Starts the server; throws {@link IOException} as the library does, and when others unpack or start for two minutes. */
    EmbeddedPostgres start(EmbeddedPostgres.Builder builder) throws IOException {
        builder.setOverrideWorkingDirectory(folder.toFile());
        Files.createDirectories(folder);
        synchronized (UnpackedPostgres.class) {
            try (FileChannel file = FileChannel.open(
                            folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(file)) {
                deleteHalfUnpacked();
                return builder.start();
            }
        }
    }

    private static FileLock lock(FileChannel file) throws IOException {
        Instant end = Instant.now().plus(LIMIT);
        while (Instant.now().isBefore(end)) {
            FileLock lock = file.tryLock();
            if (lock != null) {
                return lock;
            }
            pause();
        }
        throw new IOException("another process has been starting a PostgreSQL for two minutes");
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private void deleteHalfUnpacked() throws IOException {
        try (Stream<Path> programs = Files.list(folder)) {
            for (Path program : programs.filter(Files::isDirectory)
                    .filter(it -> !Files.exists(it.resolve(WHOLE)))
                    .toList()) {
                delete(program);
            }
        }
    }

    private static void delete(Path tree) throws IOException {
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
