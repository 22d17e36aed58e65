package io.cellmonitor.problem;

import java.time.Duration;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Errors that nobody foresaw: the caller learns a number, the log learns where, and neither gets the message (it may quote a value). */
final class Unexpected {

    private static final Logger LOG = Logger.getLogger(Unexpected.class);
    private static final int FRAMES = 12;

    private Unexpected() {}

    /** Logs the failure; answers the detail for the caller. */
    static String logged(Throwable failure) {
        UUID number = UUID.randomUUID();
        LOG.errorf("Unexpected error %s: %s", number, description(failure));
        return "An unexpected error, number " + number + ".";
    }

    private static String description(Throwable failure) {
        String frames = Arrays.stream(failure.getStackTrace())
                .limit(FRAMES)
                .map(frame -> "\n    at " + frame)
                .collect(Collectors.joining());
        Throwable cause = failure.getCause();
        String rest = cause == null || cause == failure ? "" : "\n  because of " + description(cause);
        return failure.getClass().getName() + frames + rest;
    }

    /** Why a request that waited too long is told to come again. */
    static final Duration RETRY_AFTER = Duration.ofSeconds(2);
}
