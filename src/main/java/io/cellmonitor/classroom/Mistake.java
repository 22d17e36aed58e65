package io.cellmonitor.classroom;

import io.cellmonitor.event.Envelope;
import io.cellmonitor.event.NameBasedUuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is the same in the failed runs of a cluster.
 *
 * @param cell of the notebook, or a student's own; null for runs that name none
 * @param cellIndex where it stood when the first of them failed
 */
record Mistake(
        String id,
        String errorName,
        @Nullable String shape,
        @Nullable UUID notebook,
        @Nullable String notebookPath,
        @Nullable String cell,
        @Nullable Integer cellIndex) {

    private static final String OTHER = "Other";
    /** Python guesses from the names that happen to be there: the mistake is the same with and without. */
    private static final String GUESS = ". Did you ";

    private static final UUID NAMESPACE = UUID.fromString("6f1a0c3e-4d52-5b8e-9d0a-2c7e51f3b904");

    /** The mistake of a failed run. */
    static Mistake of(Envelope envelope, @Nullable String cell) {
        String name = envelope.errorName() == null ? OTHER : envelope.errorName();
        String shape = shape(name, envelope.errorShape());
        String id = NameBasedUuid.of(NAMESPACE, envelope.notebookId() + "\n" + cell + "\n" + name + "\n" + shape)
                .toString();
        return new Mistake(id, name, shape, envelope.notebookId(), envelope.notebookPath(), cell, envelope.cellIndex());
    }

    private static @Nullable String shape(String name, @Nullable String errorShape) {
        if (errorShape == null || !errorShape.startsWith(name + ": ")) {
            return null;
        }
        String message = errorShape.substring(name.length() + 2);
        int guess = message.indexOf(GUESS);
        return guess < 0 ? message : message.substring(0, guess);
    }
}
