package io.cellmonitor.bus;

import javax.net.ssl.SSLHandshakeException;

/** A Redis that must not have events, or does not let us in: only a person can help. Its message is one line and holds no secret. */
final class RedisRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RedisRefused(String reason) {
        super("CELL_MONITOR_REDIS: " + reason);
    }

    /** What the failure says if it is a refusal; else the failure itself. */
    static Throwable orAway(Throwable failure) {
        if (RedisErrors.is(failure, "NOAUTH") || RedisErrors.is(failure, "WRONGPASS")) {
            return new RedisRefused("Redis refuses the login: put the right password into redis://:password@host:port");
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLHandshakeException || RedisErrors.is(cause, "not an SSL/TLS record")) {
                return new RedisRefused(
                        "TLS with Redis fails: use redis:// for a Redis without TLS, else check its certificate");
            }
        }
        return failure;
    }
}
