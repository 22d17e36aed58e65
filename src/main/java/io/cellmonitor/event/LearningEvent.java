package io.cellmonitor.event;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One event as it was decoded and mended: everything the sender said, in our spelling, in the clear. It exists in memory between
 * decoding and sealing, and again when a store's row is opened for somebody who may read it; it is never logged.
 *
 * @param eventId sender's id, unique within the student; null until ingest gives one
 * @param eventType one of {@link EventTypes} or an unknown type in the same form
 * @param eventTime when it happened by the sender's clock, to the millisecond; null when missing or dropped
 * @param classId the class that the body names, unchecked
 * @param cellId of the cell in the student's own file
 * @param executionCount the number that the kernel gave the run, as {@code [3]} beside the cell; from 1 again when it restarts
 * @param executionDurationMs from kernel start to kernel reply, in milliseconds
 * @param hasError null for types that are no run
 * @param metadata everything else, with {@code _dropped} and {@code _cut} naming what was mended; never null
 * @param cells the notebook's cells ({@code notebook_opened} only); empty otherwise
 */
public record LearningEvent(
        @Nullable String eventId,
        String eventType,
        @Nullable Instant eventTime,
        @Nullable String classId,
        @Nullable String emailAddress,
        @Nullable String userId,
        @Nullable String userName,
        @Nullable String teamName,
        @Nullable String sessionId,
        @Nullable String notebookPath,
        @Nullable String cellId,
        @Nullable Integer cellIndex,
        @Nullable String cellType,
        @Nullable String code,
        @Nullable Integer executionCount,
        @Nullable Long executionDurationMs,
        @Nullable Boolean hasError,
        @Nullable String errorName,
        @Nullable String errorMessage,
        @Nullable String traceback,
        @Nullable String result,
        @Nullable Integer cellCount,
        List<CellRef> cells,
        Map<String, @Nullable Object> metadata) {

    /** Whether something of it was dropped or cut, here or by the sender. */
    public boolean wasMended() {
        return metadata.containsKey(Mending.DROPPED) || metadata.containsKey(Mending.CUT);
    }

    /** Of our own routes: without a time of a sender, and of nothing but what is said in {@code metadata}. */
    public static LearningEvent said(
            String eventId,
            String eventType,
            @Nullable String notebookPath,
            @Nullable String cellId,
            Map<String, @Nullable Object> metadata) {
        return new LearningEvent(
                eventId,
                eventType,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                notebookPath,
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
                metadata);
    }

    /** The same event under this id. */
    public LearningEvent withEventId(String id) {
        return with(id, emailAddress, userId, userName, teamName, metadata);
    }

    /** The same event without anything that says who it is of, in this metadata. */
    LearningEvent withoutClaims(Map<String, @Nullable Object> noted) {
        return with(eventId, null, null, null, null, noted);
    }

    private LearningEvent with(
            @Nullable String newId,
            @Nullable String newEmailAddress,
            @Nullable String newUserId,
            @Nullable String newUserName,
            @Nullable String newTeamName,
            Map<String, @Nullable Object> newMetadata) {
        return new LearningEvent(
                newId,
                eventType,
                eventTime,
                classId,
                newEmailAddress,
                newUserId,
                newUserName,
                newTeamName,
                sessionId,
                notebookPath,
                cellId,
                cellIndex,
                cellType,
                code,
                executionCount,
                executionDurationMs,
                hasError,
                errorName,
                errorMessage,
                traceback,
                result,
                cellCount,
                cells,
                newMetadata);
    }
}
