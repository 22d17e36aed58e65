package io.cellmonitor.bus;

/** Lua functions with which the scripts begin that Redis runs over the log. Commands of Redis 6.2 only. */
final class ScriptParts {

    /** {@code before(a, b)}: whether one id comes before another. */
    static final String BEFORE = """
            local function before(a, b)
              local ams, aseq = string.match(a, '(%d+)-(%d+)')
              local bms, bseq = string.match(b, '(%d+)-(%d+)')
              if tonumber(ams) ~= tonumber(bms) then return tonumber(ams) < tonumber(bms) end
              return tonumber(aseq) < tonumber(bseq)
            end
            """;

    /** {@code delivered()}: the last id that each group of the log was given, by the group's name; the log must be there. */
    static final String DELIVERED = """
            local function delivered()
              local last = {}
              for _, group in ipairs(redis.call('XINFO', 'GROUPS', KEYS[1])) do
                local fields = {}
                for i = 1, #group, 2 do fields[group[i]] = group[i + 1] end
                last[fields['name']] = fields['last-delivered-id']
              end
              return last
            end
            """;

    private ScriptParts() {}
}
