package io.cellmonitor.bus;

import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Redis says when it cannot, in words that may be shown. */
final class RedisErrors {

    private static final List<String> CODES = List.of(
            "OOM",
            "MISCONF",
            "READONLY",
            "LOADING",
            "MASTERDOWN",
            "NOREPLICAS",
            "CLUSTERDOWN",
            "TRYAGAIN",
            "NOAUTH",
            "NOPERM");

    private RedisErrors() {}

    /** Names the error's code, never its text, which may quote a command. */
    static LogUnavailable unavailable(Throwable cause, Duration retryAfter) {
        String code = code(cause);
        return new LogUnavailable(code == null ? "the log is away" : "the log refuses: " + code, retryAfter);
    }

    static boolean is(Throwable cause, String code) {
        String message = cause.getMessage();
        return message != null && message.contains(code);
    }

    /** Redis said no; the connection itself is well. */
    static boolean isAnswer(Throwable cause) {
        return cause instanceof Response && !is(cause, "CONNECTION_CLOSED");
    }

    private static @Nullable String code(Throwable cause) {
        return CODES.stream().filter(code -> is(cause, code)).findFirst().orElse(null);
    }
}
