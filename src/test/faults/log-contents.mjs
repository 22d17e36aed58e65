/** What lies in the log: asked of Redis itself, by no code of the application. */
const LOG = "events:{0}";

/** Pairs of place and event id after a place; small replies, so that Redis is held up only for moments. */
const EVENT_IDS = `
  local found = {}
  for _, entry in ipairs(redis.call('XRANGE', KEYS[1], ARGV[1], '+', 'COUNT', 2000)) do
    local id = ''
    for i = 1, #entry[2], 2 do
      if entry[2][i] == 'e' then
        local read, envelope = pcall(cjson.decode, entry[2][i + 1])
        if read and type(envelope) == 'table' then id = envelope['eventId'] or '' end
      end
    end
    found[#found + 1] = entry[1] .. ' ' .. id
  end
  return found`;

/** Every entry, oldest first: [{ place, eventId }]; eventId is empty for what is no event. */
export async function entries(redis) {
  const all = [];
  let from = "-";
  for (;;) {
    const found = await redis.ask("EVAL", EVENT_IDS, "1", LOG, from);
    for (const line of found) {
      const [place, eventId] = line.split(" ");
      all.push({ place, eventId });
    }
    if (found.length === 0) return all;
    from = `(${all.at(-1).place}`;
  }
}

/** { length, added, last } of the log. */
export async function extent(redis) {
  const info = await redis.ask("XINFO", "STREAM", LOG);
  return { length: info.length, added: info["entries-added"], last: info["last-generated-id"] };
}

/** The groups that read it: [{ name, pending, delivered }]. */
export async function groups(redis) {
  const all = await redis.ask("XINFO", "GROUPS", LOG);
  return all.map((group) => ({ name: group.name, pending: group.pending, delivered: group["last-delivered-id"] }));
}

/** Whether every group has everything, and nothing in hand. */
export function isDrained(groups, last) {
  return groups.every(({ pending, delivered }) => pending === 0 && delivered === last);
}

/** How many entries were put aside as unreadable. */
export async function unreadable(redis) {
  return redis.ask("XLEN", "unreadable:{0}");
}
