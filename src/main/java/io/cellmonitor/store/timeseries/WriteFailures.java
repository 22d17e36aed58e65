package io.cellmonitor.store.timeseries;

import com.influxdb.exceptions.InfluxException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads InfluxDB's answers to a write (probed on 2.9.1; see docs/decisions/2026-11-21-influxdb.md). */
final class WriteFailures {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(25);

    private WriteFailures() {}

    /** The lines are at fault: one does not parse (400), has a field of another type (422), or they are too many (413, of a proxy). */
    static boolean isDataError(Throwable failure) {
        return failure instanceof InfluxException refused
                && (refused.status() == 400 || refused.status() == 413 || refused.status() == 422);
    }

    /**
     * The point is older than what the bucket keeps: it is as good as stored and deleted again. ("points beyond retention policy", since 2.7
     * "points outside retention policy".)
     */
    static boolean isBeyondRetention(Throwable failure) {
        return failure instanceof InfluxException refused
                && refused.status() == 422
                && String.valueOf(refused.getMessage()).contains(" retention policy");
    }

    /** What may be written down: InfluxDB's own messages quote lines. */
    static String reason(Throwable failure) {
        if (failure instanceof InfluxRefusal refusal) {
            return String.valueOf(refusal.getMessage());
        }
        if (failure instanceof InfluxException refused) {
            return refused.status() > 0 ? "InfluxDB answers " + refused.status() : "InfluxDB does not answer";
        }
        return failure.getClass().getSimpleName();
    }

    /** How long it asks us to wait ({@code Retry-After} in seconds), at most 25 s; zero when it does not say. */
    static Duration retryAfter(Throwable failure) {
        if (!(failure instanceof InfluxException refused)) {
            return Duration.ZERO;
        }
        Map<String, String> headers = refused.headers();
        return headers.entrySet().stream()
                .filter(header -> "retry-after".equalsIgnoreCase(header.getKey()))
                .map(header -> seconds(header.getValue()))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration seconds(@Nullable String text) {
        try {
            Duration wait = Duration.ofSeconds(
                    Math.max(0, Long.parseLong(String.valueOf(text).strip())));
            return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
        } catch (NumberFormatException e) {
            return Duration.ZERO;
        }
    }
}
