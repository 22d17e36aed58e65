package io.cellmonitor.store.relational;

import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A notebook that a class works on.
 *
 * @param path the shared one
 * @param cells code cells, as a student's JupyterLab said last; 0 when none did
 * @param students who worked on it
 * @param lastAt when somebody last did; null when nobody
 */
@Schema(name = "ClassNotebook")
public record NotebookUse(
        UUID notebook,
        String path,
        @Nullable String title,
        int cells,
        long students,
        @Nullable Instant lastAt) {}
