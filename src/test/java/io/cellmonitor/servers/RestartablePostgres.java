package io.cellmonitor.servers;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL for measurements that can be started again, which empties its buffers. Close it to end it and throw its data away. */
public interface RestartablePostgres extends AutoCloseable {

    /** {@code postgresql://user:password@host:port/database} of the superuser; the same after a restart. */
    String address();

    /** Stops it and starts it again. */
    void restart();

    @Override
    void close();

    /** Debian's PostgreSQL 15. */
    static RestartablePostgres debian() {
        DebianPostgresServer server = DebianPostgresServer.temporary();
        return new RestartablePostgres() {
            @Override
            public String address() {
                return server.address();
            }

            @Override
            public void restart() {
                server.restart();
            }

            @Override
            public void close() {
                server.close();
            }
        };
    }

    /** The one of a Maven artifact, with fsync. */
    static RestartablePostgres embedded() {
        try {
            Path data = Files.createTempDirectory("cell-monitor-postgres");
            int port = Ports.free();
            return new Embedded(data, port, EmbeddedPostgresServer.in(data, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its server is another object after each start. */
    final class Embedded implements RestartablePostgres {

        private final Path data;
        private final int port;
        private EmbeddedPostgresServer server;

        private Embedded(Path data, int port, EmbeddedPostgresServer server) {
            this.data = data;
            this.port = port;
            this.server = server;
        }

        @Override
        public String address() {
            return server.address();
        }

        @Override
        public void restart() {
            server.close();
            server = EmbeddedPostgresServer.in(data, port);
        }

        @Override
        public void close() {
            server.close();
            try (Stream<Path> files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
