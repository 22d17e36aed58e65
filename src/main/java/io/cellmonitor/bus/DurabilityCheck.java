package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Asks Redis how it keeps what it acknowledges. */
final class DurabilityCheck {

    private static final Logger LOGGER = Logger.getLogger(DurabilityCheck.class);
    private static final Map<String, String> WANTED =
            Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction");

    private DurabilityCheck() {}

    /**
     * Refuses a Redis that may lose what it acknowledges, with {@link IllegalStateException}; where {@code lossAccepted}, only warns.
     * Throws {@link RedisFailure} when Redis is away.
     */
    static void require(RedisLine line, boolean lossAccepted) {
        if (check(line) instanceof Durability.Doubtful doubtful) {
            String reasons = String.join("; ", doubtful.reasons());
            if (!lossAccepted) {
                throw new IllegalStateException("Redis may lose what it acknowledges: " + reasons
                        + ". Change its configuration, or confirm with cell-monitor.redis-durability-confirmed=true.");
            }
            LOGGER.warnf("Redis may lose what it acknowledges: %s", reasons);
        }
    }

    /** Throws {@link RedisFailure} when Redis is away. */
    static Durability check(RedisLine line) {
        List<String> reasons = new ArrayList<>();
        WANTED.entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(wanted -> {
            String actual = setting(line, wanted.getKey());
            if (!wanted.getValue().equals(actual)) {
                reasons.add("%s is %s, not %s".formatted(wanted.getKey(), actual, wanted.getValue()));
            }
        });
        return reasons.isEmpty() ? new Durability.Confirmed() : new Durability.Doubtful(reasons);
    }

    private static String setting(RedisLine line, String name) {
        try {
            Response reply = line.send(Request.cmd(Command.CONFIG).arg("GET").arg(name));
            Response value = reply == null || reply.size() == 0 ? null : reply.get(name);
            return value == null ? "unknown" : value.toString();
        } catch (RedisFailure e) {
            if (RedisErrors.is(e, "NOPERM") || RedisErrors.is(e, "unknown command")) {
                return "unknown";
            }
            throw e;
        }
    }
}
