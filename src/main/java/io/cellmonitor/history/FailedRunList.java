package io.cellmonitor.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Failed runs, newest first.
 *
 * @param next what {@code before} must be for the next page; null when this is the last
 */
public record FailedRunList(
        List<FailedRun> errors,

        @Schema(description = "What `before` must be for the next page; absent when this is the last") @Nullable
        String next) {}
