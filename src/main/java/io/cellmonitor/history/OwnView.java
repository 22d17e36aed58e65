package io.cellmonitor.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.cellmonitor.classroom.StudentView;
import io.cellmonitor.store.relational.OwnReads.CellRow;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a student sees of themselves in one class.
 *
 * @param today null when nothing was seen of them today, or it cannot be read now
 * @param cells those run today, the latest first
 * @param runs the latest, newest first
 */
public record OwnView(
        UUID student,
        @JsonProperty("class") OwnClass monitored,
        @Nullable OwnDay today,
        List<OwnCell> cells,
        List<StoredRun> runs,
        @JsonProperty("help_requests") List<OwnRequest> helpRequests,
        List<ReceivedHint> hints) {

    /** The class. */
    public record OwnClass(UUID id, String name) {}

    /**
     * The class's day so far.
     *
     * @param notebookPath the notebook in hand, with its completed and all its code cells; progress is 0 to 100
     */
    public record OwnDay(
            int runs,
            int errors,
            @JsonProperty("notebook_path") @Nullable String notebookPath,
            int completed,
            @Nullable Integer total,
            @Nullable Double progress) {

        static OwnDay of(StudentView view) {
            return new OwnDay(
                    view.executions(),
                    view.errors(),
                    view.notebookPath(),
                    view.completed(),
                    view.total(),
                    view.progress());
        }
    }

    /** One cell today; {@code totalMs} is the kernel time of all its runs, in milliseconds. */
    public record OwnCell(
            @JsonProperty("notebook_path") @Nullable String notebookPath,
            @JsonProperty("cell_id") @Nullable String cellId,
            @JsonProperty("cell_index") @Nullable Integer cellIndex,
            long runs,
            long errors,
            @JsonProperty("total_ms") long totalMs,
            @JsonProperty("last_run_at") Instant lastRunAt) {

        static OwnCell of(CellRow row) {
            return new OwnCell(
                    row.notebookPath(),
                    row.cellId(),
                    row.cellIndex(),
                    row.runs(),
                    row.errors(),
                    row.totalMs(),
                    row.lastRunAt());
        }
    }

    /** A request for help; {@code state} as frames spell it. */
    public record OwnRequest(
            @JsonProperty("request_id") String requestId,
            String state,
            @JsonProperty("asked_at") Instant askedAt,
            @JsonProperty("ended_at") @Nullable Instant endedAt,
            @Nullable String message) {}

    /** A hint; its words are null when they cannot be opened with today's keys. */
    public record ReceivedHint(
            @JsonProperty("hint_id") UUID hintId,
            @Nullable String text,
            @JsonProperty("notebook_path") @Nullable String notebookPath,
            @JsonProperty("cell_id") @Nullable String cellId,
            Instant at,
            @JsonProperty("seen_at") @Nullable Instant seenAt,
            @Nullable String from) {}
}
