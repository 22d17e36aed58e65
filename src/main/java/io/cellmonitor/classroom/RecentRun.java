package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One of a student's latest runs, as frames show it. */
public record Run(
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        boolean hasError,
        @Nullable String errorName,
        Instant at) {}
