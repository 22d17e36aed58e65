package io.cellmonitor.bus;

import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Asks Redis how it keeps what it acknowledges. */
final class DurabilityCheck {

    private static final Map<String, String> WANTED =
            Map.of("appendonly", "yes", "appendfsync", "always", "maxmemory-policy", "noeviction");

    private DurabilityCheck() {}

    /** {@code redis} sends one command. Fails when Redis is away. */
    static Future<Durability> check(Function<Request, Future<Response>> redis) {
        List<Future<@Nullable String>> answers = WANTED.entrySet().stream()
                .sorted(Entry.comparingByKey())
                .map(wanted -> reason(redis, wanted))
                .toList();
        return Future.all(answers).map(all -> {
            List<String> reasons =
                    all.<String>list().stream().filter(Objects::nonNull).toList();
            return reasons.isEmpty() ? new Durability.Confirmed() : new Durability.Doubtful(reasons);
        });
    }

    private static Future<@Nullable String> reason(
            Function<Request, Future<Response>> redis, Entry<String, String> wanted) {
        return redis.apply(Request.cmd(Command.CONFIG).arg("GET").arg(wanted.getKey()))
                .map(reply -> setting(reply, wanted.getKey()))
                .recover(failure ->
                        mayNotSay(failure) ? Future.succeededFuture("unknown") : Future.failedFuture(failure))
                .map(actual -> wanted.getValue().equals(actual)
                        ? null
                        : "%s is %s, not %s".formatted(wanted.getKey(), actual, wanted.getValue()));
    }

    private static String setting(@Nullable Response reply, String name) {
        Response value = reply == null || reply.size() == 0 ? null : reply.get(name);
        return value == null ? "unknown" : value.toString();
    }

    private static boolean mayNotSay(Throwable failure) {
        return RedisErrors.is(failure, "NOPERM") || RedisErrors.is(failure, "unknown command");
    }
}
