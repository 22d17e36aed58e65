package io.cellmonitor.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The plain part of an event in the log: what stores, folds and channels may see without a key. It holds no student's words; those are
 * in the sealed part beside it ({@link LoggedEvent#sealed}).
 *
 * @param classId the class, as the credential allowed it
 * @param student pseudonym: a UUID made from {@code username}
 * @param username the keyed blind index (hex) of who it is, as in {@code users.username}; empty in what our own routes make, for a student who
 *     is known already
 * @param eventId unique within the student; promise 2 hangs on (student, eventId)
 * @param eventTime by the sender's clock
 * @param sentAt when the request left, by the same clock as eventTime ({@code Cell-Monitor-Sent-At}); null without the header
 * @param notebookId UUIDv5 of class and shared path; null for events without a path
 * @param notebookPath the shared path (the copy's own path is sealed)
 * @param sessionId the sender's; null when missing (the relational subscriber fills it)
 * @param cellId of the cell in the student's own file; which of the class's cells it is, the fold finds out
 * @param executionCount the number that the kernel gave the run; not how many runs there were
 * @param durationMs kernel time of a run in milliseconds
 * @param hasError null for types that are no run
 * @param errorName plain only if it is a known exception's name, else {@code Other}
 * @param errorShape name and message without literals and identifiers
 * @param errorKey keyed fingerprint of the shape
 * @param completedCells as {@code progress_update} says
 * @param totalCells as {@code progress_update} or the number of code cells of {@code notebook_opened} says
 * @param count {@code client_dropped}: how many; {@code cell_edited, clipboard_paste}: the size
 * @param cells the notebook's cells, {@code notebook_opened} only
 * @param help what an event of helping speaks of; null for all others
 */
public record Envelope(
        UUID classId,
        UUID student,
        String username,
        String eventId,
        String eventType,
        @Nullable Instant eventTime,
        @Nullable Instant sentAt,
        @Nullable UUID notebookId,
        @Nullable String notebookPath,
        @Nullable String sessionId,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable String cellType,
        @Nullable Integer executionCount,
        @Nullable Long durationMs,
        @Nullable Boolean hasError,
        @Nullable String errorName,
        @Nullable String errorShape,
        @Nullable String errorKey,
        @Nullable Integer completedCells,
        @Nullable Integer totalCells,
        @Nullable Integer count,
        List<CellRef> cells,
        @Nullable HelpReference help) {

    /** How late it was sent: max(0, sentAt - eventTime) in milliseconds, free of clock skew; 0 when either is unknown. */
    public long lateMs() {
        if (sentAt == null || eventTime == null) {
            return 0;
        }
        return Math.max(0, sentAt.toEpochMilli() - eventTime.toEpochMilli());
    }

    /** Of our own routes: without a time of a sender; {@code username} is empty for a student who is known already. */
    public static Envelope said(
            UUID classId,
            UUID student,
            String username,
            String eventId,
            String eventType,
            @Nullable UUID notebookId,
            @Nullable String notebookPath,
            @Nullable String cellId,
            @Nullable HelpReference help) {
        return new Envelope(
                classId,
                student,
                username,
                eventId,
                eventType,
                null,
                null,
                notebookId,
                notebookPath,
                null,
                cellId,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                help);
    }

    /** The same event as one of another notebook. */
    public Envelope inNotebook(UUID notebook, @Nullable String path) {
        return new Envelope(
                classId,
                student,
                username,
                eventId,
                eventType,
                eventTime,
                sentAt,
                notebook,
                path,
                sessionId,
                cellId,
                cellIndex,
                cellType,
                executionCount,
                durationMs,
                hasError,
                errorName,
                errorShape,
                errorKey,
                completedCells,
                totalCells,
                count,
                cells,
                help);
    }
}
