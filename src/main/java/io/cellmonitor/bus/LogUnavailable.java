package io.cellmonitor.bus;

import java.time.Duration;

/** The log cannot take events now (Redis away, full, or too many waiting): the HTTP answer is 503 with Retry-After. */
public final class LogUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    /** {@code reason} is for people and holds no student's words. */
    public LogUnavailable(String reason, Duration retryAfter) {
        super(reason);
        this.retryAfter = retryAfter;
    }

    /** When a sender should try again. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
