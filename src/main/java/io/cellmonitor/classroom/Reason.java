package io.cellmonitor.classroom;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Why a student is in a state.
 *
 * @param code {@code failing_runs, stuck, kernel_died, help, notebook_closed, silent, completed}
 * @param runs failing and stuck: how many runs of the cell failed in a row
 * @param since of what the reason began: the first failed run, the death of the kernel, the last event
 */
public record Reason(
        String code,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable Integer runs,
        Instant since) {

    static Reason of(String code, Instant since) {
        return new Reason(code, null, null, null, since);
    }
}
