package io.cellmonitor.bus;

import io.cellmonitor.event.StreamId;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What Redis knows of a store that can be filled again. Its group exists only while the store is whole up to the group's place; a hash beside
 * it names what was filled and how far a refill has come. Every step is one script. Commands of Redis 6.2 only.
 */
final class RefillLedger {

    /** {@code last_of(name)}: the last id that a group was given; nil where the group, or the log, is not there. */
    private static final String PARTS = ScriptParts.BEFORE + ScriptParts.DELIVERED + """
            local function last_of(name)
              return redis.call('EXISTS', KEYS[1]) == 1 and delivered()[name] or nil
            end
            """;

    /** A group whose next entries are no longer in the log goes, and so does one of another target. */
    private static final String IS_WHOLE = PARTS + """
            local oldest = last_of(ARGV[1])
            if not oldest then return 0 end
            local pending = redis.call('XPENDING', KEYS[1], ARGV[1])
            if pending[1] > 0 then oldest = pending[2] end
            local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
            local gap = first and oldest ~= '0-0' and before(oldest, first[1])
            if redis.call('HGET', KEYS[2], 'whole') == ARGV[2] and not gap then return 1 end
            redis.call('XGROUP', 'DESTROY', KEYS[1], ARGV[1])
            return 0
            """;

    private static final String GIVE_UP = """
            if redis.call('EXISTS', KEYS[1]) == 0 then return 0 end
            return redis.call('XGROUP', 'DESTROY', KEYS[1], ARGV[1])
            """;

    /** The group begins where the pass ended, if the log still holds all that came after. */
    private static final String JOIN = PARTS + """
            local whole = true
            if redis.call('EXISTS', KEYS[1]) == 1 then
              local first = redis.call('XRANGE', KEYS[1], '-', '+', 'COUNT', 1)[1]
              local info = redis.call('XINFO', 'STREAM', KEYS[1])
              local needed = first and first[1]
              for i = 1, #info, 2 do
                if not first and info[i] == 'last-generated-id' then needed = info[i + 1] end
              end
              whole = not before(ARGV[3], needed)
            end
            if not whole then return 0 end
            if last_of(ARGV[1]) then redis.call('XGROUP', 'DESTROY', KEYS[1], ARGV[1]) end
            redis.call('XGROUP', 'CREATE', KEYS[1], ARGV[1], ARGV[3], 'MKSTREAM')
            redis.call('DEL', KEYS[2])
            redis.call('HSET', KEYS[2], 'whole', ARGV[2])
            return 1
            """;

    /** The oldest entry that the group has not acknowledged, and whether it is one at all. */
    private static final String OLDEST = PARTS + """
            local last = last_of(ARGV[1])
            if not last then return {'0-0', 0} end
            local pending = redis.call('XPENDING', KEYS[1], ARGV[1])
            if pending[1] > 0 then return {pending[2], 1} end
            return {last, 0}
            """;

    private final String group;
    private final RedisLine line;

    RefillLedger(String group, RedisLine line) {
        this.group = group;
        this.line = line;
    }

    /** Whether the group may read on into {@code target}; if not, the group is gone now. */
    boolean isWhole(String target) {
        return isOne(run(IS_WHOLE, group, target));
    }

    /** The group goes, if it is there; whether it was. */
    boolean giveUp() {
        return isOne(run(GIVE_UP, group));
    }

    /** The pass in progress into this target; empty when there is none. */
    Optional<RefillPass> pass(String target) {
        Response kept = line.send(Request.cmd(Command.HMGET)
                .arg(LogLayout.refill(group))
                .arg("target")
                .arg("after")
                .arg("upTo")
                .arg("from"));
        if (kept == null || kept.get(0) == null || !kept.get(0).toString().equals(target)) {
            return Optional.empty();
        }
        return Optional.of(new RefillPass(
                StreamId.parse(kept.get(1).toString()),
                StreamId.parse(kept.get(2).toString()),
                kept.get(3).toString()));
    }

    void keep(String target, RefillPass pass) {
        line.send(Request.cmd(Command.HSET)
                .arg(LogLayout.refill(group))
                .arg("target")
                .arg(target)
                .arg("after")
                .arg(pass.after().toString())
                .arg("upTo")
                .arg(pass.upTo().toString())
                .arg("from")
                .arg(pass.from()));
    }

    /** The last place up to which another group has acknowledged everything. */
    StreamId acknowledgedBy(String source) {
        Response oldest = Objects.requireNonNull(run(OLDEST, source));
        StreamId id = StreamId.parse(oldest.get(0).toString());
        if (oldest.get(1).toInteger() == 0) {
            return id;
        }
        return id.sequence() > 0
                ? new StreamId(id.milliseconds(), id.sequence() - 1)
                : new StreamId(id.milliseconds() - 1, Long.MAX_VALUE);
    }

    /** Makes the group where the pass ended and forgets the pass; false when the log no longer goes back so far. */
    boolean join(String target, RefillPass pass) {
        return isOne(run(JOIN, group, target, pass.upTo().toString()));
    }

    private @Nullable Response run(String script, String... arguments) {
        Request request =
                Request.cmd(Command.EVAL).arg(script).arg(2).arg(LogLayout.LOG).arg(LogLayout.refill(group));
        for (String argument : arguments) {
            request.arg(argument);
        }
        return line.send(request);
    }

    private static boolean isOne(@Nullable Response reply) {
        return reply != null && reply.toInteger() == 1;
    }
}
