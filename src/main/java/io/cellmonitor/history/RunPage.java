package io.cellmonitor.history;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A student's runs, newest first.
 *
 * @param next what {@code before} must be for the next page; null when this is the last
 */
public record RunPage(
        UUID student, List<StoredRun> runs, @Nullable String next) {}
