package io.cellmonitor.history;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Sessions, newest first.
 *
 * @param next what {@code after} must be for the next page; null when this is the last
 */
public record SessionList(
        List<Session> sessions,

        @Schema(description = "What `after` must be for the next page; absent when this is the last") @Nullable
        String next) {}
