package io.cellmonitor.bus;

import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Takes from the log what nobody needs any more (promise 10). The floor over all configured groups is found and applied in one script; a
 * group that is missing stops trimming until its reader has made it again. Where trimming would wait for a group that may be given up, and
 * what it waits for is too old, the group is destroyed instead: its reader fills its store again (promise 7). Commands of Redis 6.2 only.
 */
final class Trimmer {

    private static final Logger LOGGER = Logger.getLogger(Trimmer.class);
    /** Entries per script, so that it holds Redis up for a few milliseconds only. */
    private static final int STEP = 10_000;

    private static final String SCRIPT = ScriptParts.BEFORE + ScriptParts.DELIVERED + """
            local surplus = redis.call('XLEN', KEYS[1]) - tonumber(ARGV[2])
            if surplus <= 0 then return {0} end
            local last = delivered()
            local time = redis.call('TIME')
            local now = tonumber(time[1]) * 1000 + math.floor(tonumber(time[2]) / 1000)
            local floor = string.format('%d-0', now - tonumber(ARGV[1]))
            local given_up = {}
            for i = 6, #ARGV do
              local name = ARGV[i]
              local optional = i - 5 > tonumber(ARGV[5])
              local oldest = last[name]
              if not oldest and not optional then return {-1} end
              if oldest then
                local pending = redis.call('XPENDING', KEYS[1], name)
                if pending[1] > 0 then oldest = pending[2] end
                if optional then
                  local start = pending[1] > 0 and oldest or '(' .. oldest
                  local waiting = redis.call('XRANGE', KEYS[1], start, '+', 'COUNT', 1)[1]
                  if waiting and now - tonumber(string.match(waiting[1], '%d+')) > tonumber(ARGV[4]) then
                    redis.call('XGROUP', 'DESTROY', KEYS[1], name)
                    given_up[#given_up + 1] = name
                    oldest = nil
                  end
                end
                if oldest and before(oldest, floor) then floor = oldest end
              end
            end
            local gone = redis.call('XTRIM', KEYS[1], 'MINID', '~', floor, 'LIMIT', math.min(surplus, tonumber(ARGV[3])))
            return {gone, unpack(given_up)}
            """;

    private final RedisLine line;
    private final TrimRules rules;
    private final TrimRules rulesWhenTight;
    private final MemoryGuard memory;

    /** {@code memory} is fed by this trimmer alone. */
    Trimmer(RedisLine line, TrimRules rules, TrimRules rulesWhenTight, MemoryGuard memory) {
        this.line = line;
        this.rules = rules;
        this.rulesWhenTight = rulesWhenTight;
        this.memory = memory;
    }

    /** Trims down to the floor; returns how many entries went. Throws {@link RedisFailure}. */
    long trim() {
        long gone = 0;
        long step;
        while ((step = step(rules)) > 0) {
            gone += step;
        }
        return gone;
    }

    /** Whether Redis has little memory left now; false where we may not ask. Throws {@link RedisFailure}. */
    boolean isTight() {
        try {
            memory.observe(String.valueOf(line.send(Request.cmd(Command.INFO).arg("memory"))));
        } catch (RedisFailure e) {
            if (!RedisErrors.is(e, "NOPERM")) {
                throw e;
            }
        }
        return memory.isTight();
    }

    /** While memory is tight: trims what every group has, however new, the oldest first. Returns and throws as {@link #trim}. */
    long makeRoom() {
        long gone = 0;
        while (isTight()) {
            long step = step(rulesWhenTight);
            if (step <= 0) {
                return gone;
            }
            gone += step;
        }
        return gone;
    }

    private long step(TrimRules rules) {
        Request script = Request.cmd(Command.EVAL)
                .arg(SCRIPT)
                .arg(1)
                .arg(LogLayout.LOG)
                .arg(rules.keep().toMillis())
                .arg(rules.keepEntries())
                .arg(STEP)
                .arg(rules.giveUpAfter().toMillis())
                .arg(rules.groups().size());
        rules.groups().forEach(script::arg);
        rules.optionalGroups().forEach(script::arg);
        Response reply = Objects.requireNonNull(line.send(script));
        for (int i = 1; i < reply.size(); i++) {
            LOGGER.warnf(
                    "%s: more than %d minutes behind, so it is given up and will be filled again",
                    reply.get(i), rules.giveUpAfter().toMinutes());
        }
        long gone = reply.get(0).toLong();
        if (gone < 0) {
            LOGGER.error("a consumer group is missing: the log is not trimmed");
        }
        return gone;
    }
}
