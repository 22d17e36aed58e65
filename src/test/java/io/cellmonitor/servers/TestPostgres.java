package io.cellmonitor.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The PostgreSQL of the tests: the embedded one, or one of the programs in the folder that CELL_MONITOR_TEST_POSTGRES names. */
final class TestPostgres {

    private TestPostgres() {}

    static Server start() {
        String programs = System.getenv("CELL_MONITOR_TEST_POSTGRES");
        if (programs == null || programs.isEmpty()) {
            return EmbeddedPostgresServer.temporary();
        }
        try {
            return InstalledPostgresServer.temporary(Path.of(programs));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
