/** Events that PostgreSQL cannot take, put straight into the log: copies of the newest entry, sealed as it is, with a type that no column holds. */
const COPY = `
  local newest = redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][2]
  local fields = {}
  for i = 1, #newest, 2 do
    local value = newest[i + 1]
    if newest[i] == 'e' then
      value = string.gsub(value, '"eventType":"[^"]*"', '"eventType":"' .. string.rep('x', 65) .. '"')
      value = string.gsub(value, '"eventId":"[^"]*"', '"eventId":"' .. ARGV[1] .. '"')
    end
    fields[#fields + 1] = newest[i]
    fields[#fields + 1] = value
  end
  return redis.call('XADD', KEYS[1], '*', unpack(fields))`;

/** Puts one into the log; gives its place. */
export async function poison(redis, eventId) {
  return redis.ask("EVAL", COPY, "1", "events:{0}", eventId);
}
