package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asks Redis how it keeps what it acknowledges. */
final class DurabilityCheck {

    private static final Map<String, String> WANTED =
            Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction");

    private DurabilityCheck() {}

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
