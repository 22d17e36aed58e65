package io.cellmonitor.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.cellmonitor.event.NameBasedUuid;
import io.cellmonitor.event.SharedNotebookPath;
import java.util.UUID;

/** The last notebooks: what a path as sent means in its class is found out once, not for each event. Bounded. Safe from any thread. */
final class KnownNotebooks {

    private static final long MOST = 20_000;

    /** A notebook of a class by its shared path. */
    record KnownNotebook(UUID id, String path) {}

    private record Said(UUID classId, String path) {}

    private final Cache<Said, KnownNotebook> known =
            Caffeine.newBuilder().maximumSize(MOST).build();

    /** {@code path} as sent. */
    KnownNotebook find(UUID classId, String path) {
        return known.get(new Said(classId, path), KnownNotebooks::make);
    }

    private static KnownNotebook make(Said said) {
        String path = SharedNotebookPath.of(said.path());
        return new KnownNotebook(NameBasedUuid.of(said.classId(), path), path);
    }
}
