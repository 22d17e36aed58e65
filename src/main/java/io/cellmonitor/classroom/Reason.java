package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a student is in a state.
 *
 * @param code {@code failing_runs, stuck, kernel_died, help, notebook_closed, silent, completed}
 * @param runs failing and stuck: how many runs of the cell failed in a row
 * @param since of what the reason began: the first failed run, the death of the kernel, the last event
 * @param medianSeconds failing and stuck: what those needed who got through that cell, from their first run to their first good one, as of this
 *     student's latest run; null while nobody did
 */
public record Reason(
        String code,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable Integer runs,
        Instant since,
        @Nullable Integer medianSeconds) {

    static Reason of(String code, Instant since) {
        return new Reason(code, null, null, null, since, null);
    }
}
