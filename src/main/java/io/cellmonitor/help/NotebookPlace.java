package io.cellmonitor.help;

import io.cellmonitor.event.NameBasedUuid;
import io.cellmonitor.event.SharedNotebookPath;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What something said is about; nowhere when all is null.
 *
 * @param path as it was said: it may be a student's copy
 * @param sharedPath the path that all share
 */
record NotebookPlace(
        @Nullable UUID notebook,
        @Nullable String path,
        @Nullable String sharedPath,
        @Nullable String cellId) {

    static final NotebookPlace NOWHERE = new NotebookPlace(null, null, null, null);

    /** By a student's own path. */
    static NotebookPlace ofCopy(UUID classId, @Nullable String path, @Nullable String cellId) {
        if (path == null || path.isBlank()) {
            return new NotebookPlace(null, null, null, cellId);
        }
        String shared = SharedNotebookPath.of(path);
        return new NotebookPlace(NameBasedUuid.of(classId, shared), path, shared, cellId);
    }
}
