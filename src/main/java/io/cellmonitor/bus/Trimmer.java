package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Takes from the log what nobody needs any more (promise 10). The floor over all configured groups is found and applied in one script; a
 * group that is missing stops trimming until its reader has made it again. Commands of Redis 6.2 only.
 */
final class Trimmer {

    private static final Logger LOGGER = Logger.getLogger(Trimmer.class);
    /** Entries per script, so that it holds Redis up for a few milliseconds only. */
    private static final int STEP = 10_000;

    private static final String SCRIPT = """
            local function before(a, b)
              local ams, aseq = string.match(a, '(%d+)-(%d+)')
              local bms, bseq = string.match(b, '(%d+)-(%d+)')
              if tonumber(ams) ~= tonumber(bms) then return tonumber(ams) < tonumber(bms) end
              return tonumber(aseq) < tonumber(bseq)
            end
            local surplus = redis.call('XLEN', KEYS[1]) - tonumber(ARGV[2])
            if surplus <= 0 then return 0 end
            local delivered = {}
            for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
              local fields = {}
              for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
              delivered[fields['name']] = fields['last-delivered-id']
            end
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
            local floor = string.format('%d-0', now - tonumber(ARGV[1]))
            for i = 4, #ARGV do
              local oldest = delivered[ARGV[i]]
              if not oldest then return -1 end
              local pending = redis.call('XPENDING', KEYS[1], ARGV[i])
              if pending[1] > 0 then oldest = pending[2] end
              if before(oldest, floor) then floor = oldest end
            end
            return redis.call('XTRIM', KEYS[1], 'MINID', '~', floor, 'LIMIT', math.min(surplus, tonumber(ARGV[3])))
            """;

    private final RedisLine line;
    private final Supplier<Set<String>> groups;
    private final Duration keep;
    private final int keepEntries;

    /** Keeps the last {@code keep} or {@code keepEntries}, whichever is more, and what {@code groups} have not acknowledged. */
    Trimmer(RedisLine line, Supplier<Set<String>> groups, Duration keep, int keepEntries) {
        this.line = line;
        this.groups = groups;
        this.keep = keep;
        this.keepEntries = keepEntries;
    }

    /** Trims down to the floor; returns how many entries went. Throws {@link RedisFailure}. */
    long trim() {
        long gone = 0;
        while (true) {
            long step = step();
            if (step < 0) {
                LOGGER.error("a consumer group is missing: the log is not trimmed");
            }
            if (step <= 0) {
                return gone;
            }
            gone += step;
        }
    }

    private long step() {
        Set<String> counted = groups.get();
        Request script = Request.cmd(Command.EVAL)
                .arg(SCRIPT)
                .arg(1)
                .arg(LogLayout.LOG)
                .arg(keep.toMillis())
                .arg(keepEntries)
                .arg(STEP);
        counted.forEach(script::arg);
        Response reply = line.send(script);
        return reply == null ? 0 : reply.toLong();
    }
}
