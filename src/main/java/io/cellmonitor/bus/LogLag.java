package io.cellmonitor.bus;

import io.smallrye.mutiny.Uni;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How far each consumer group is behind. Redis 6.2 does not keep a group's lag and later ones forget it after a trim, so what lies
 * after the last delivered entry is counted, up to {@link #MOST}. Safe for use from any thread.
 */
public final class LogLag {

    /** Where counting ends. */
    public static final int MOST = 2_000;

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final String SCRIPT = """
            if redis.call('EXISTS', KEYS[1]) == 0 then return {0, {}} end
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
            local lags = {}
            for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
              local fields = {}
              for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
              local pending = redis.call('XPENDING', KEYS[1], fields['name'])
              local ahead = redis.call('XRANGE', KEYS[1], '(' .. fields['last-delivered-id'], '+', 'COUNT', ARGV[1])
              local oldest = pending[1] > 0 and pending[2] or (ahead[1] and ahead[1][1])
              local waited = oldest and now - tonumber(string.match(oldest, '%d+')) or 0
              lags[#lags + 1] = {fields['name'], math.min(pending[1] + #ahead, tonumber(ARGV[1])), math.max(waited, 0)}
            end
            return {now, lags}
            """;

    private final Redis pool;

    LogLag(Redis pool) {
        this.pool = pool;
    }

    /** By name of the group; a group that was never made is not there. Fails when Redis is away. */
    public Uni<Map<String, GroupLag>> measure() {
        return ask().map(LogLag::lags);
    }

    /**
     * The moment of the log's own clock, which gives events their places, up to which a group's store has everything; empty while the group is not
     * there. Fails when Redis is away.
     */
    public Uni<Optional<Instant>> storedUpTo(String group) {
        return ask().map(reply -> Optional.ofNullable(lags(reply).get(group))
                .map(lag -> Instant.ofEpochMilli(reply.get(0).toLong() - lag.milliseconds())));
    }

    private Uni<Response> ask() {
        Request script =
                Request.cmd(Command.EVAL).arg(SCRIPT).arg(1).arg(LogLayout.LOG).arg(MOST);
        return PoolCommands.send(pool, script, LIMIT);
    }

    private static Map<String, GroupLag> lags(Response reply) {
        Map<String, GroupLag> lags = new LinkedHashMap<>();
        for (Response lag : reply.get(1)) {
            lags.put(
                    lag.get(0).toString(),
                    new GroupLag(lag.get(1).toLong(), lag.get(2).toLong()));
        }
        return lags;
    }
}
