package io.cellmonitor.history;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the students have in one cell: the latest run of each, newest first.
 *
 * @param next what {@code page} must be for the next page; null when this is the last
 */
@Schema(name = "CellAnswers")
public record Answers(List<Answer> answers, @Nullable String next) {

    /**
     * A student's latest run of a cell, with its words.
     *
     * @param name the student's; null when unknown
     * @param output what it gave; null when it failed or gave nothing
     * @param runs how often the student ran the cell in the range
     */
    @Schema(name = "CellAnswer")
    public record Answer(
            UUID student,
            @Nullable String name,
            Instant at,
            @Nullable String code,
            @Nullable String output,
            boolean hasError,
            @Nullable String errorName,
            @Nullable String errorMessage,
            long runs) {

        @Override
        public String toString() {
            return "Answer[" + student + "]";
        }
    }
}
