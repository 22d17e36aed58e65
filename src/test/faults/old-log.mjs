/** A log as it is after hours of class: many entries that every store has had for long. */
import { EventClient } from "./event-client.mjs";
import { StudentEvents, seeded } from "./student-events.mjs";

const AGE_MS = 40 * 60_000;
const CHUNK = 2_000;
const KEEP_ONE = `
  redis.call('XADD', KEYS[2], '*', unpack(redis.call('XREVRANGE', KEYS[1], '+', '-', 'COUNT', 1)[1][2]))
  return redis.call('DEL', KEYS[1])`;
/** Copies of what was kept, a millisecond apart, each with an event id of its own. */
const COPY = `
  local kept = redis.call('XRANGE', KEYS[2], '-', '+')[1][2]
  for number = tonumber(ARGV[2]), tonumber(ARGV[3]) do
    local fields = {}
    for i = 1, #kept, 2 do
      fields[i] = kept[i]
      fields[i + 1] = kept[i] == 'e' and string.gsub(kept[i + 1], '"eventId":"[^"]*"', '"eventId":"old-' .. number .. '"') or kept[i + 1]
    end
    redis.call('XADD', KEYS[1], string.format('%.0f-0', tonumber(ARGV[1]) + number), unpack(fields))
  end
  return redis.call('XLEN', KEYS[1])`;

/**
 * Fills the log of a system that nobody has used yet with `count` entries of forty minutes ago that are counted nowhere (neither runs nor calls
 * for help), and starts the application on it. They came past every ledger: with the one that is copied, `count` + 1 foreign events.
 */
export async function fillWithOldEntries(system, count) {
  const { redis, application } = system;
  await sendOne(system);
  await application.end("SIGTERM");
  await redis.ask("EVAL", KEEP_ONE, "2", "events:{0}", "kept:{0}");
  const begin = Date.now() - AGE_MS - count;
  for (let from = 1; from <= count; from += CHUNK) {
    await redis.ask("EVAL", COPY, "2", "events:{0}", "kept:{0}", begin, from, Math.min(count, from + CHUNK - 1));
  }
  await redis.ask("DEL", "kept:{0}");
  await application.start();
}

async function sendOne(system) {
  const client = new EventClient(system, { timeoutMs: 60_000 });
  const writer = new StudentEvents(0, seeded(1));
  writer.next();
  const { outcome } = await client.post([{ ...writer.next(), eventType: "idle", hasError: undefined, code: noise(400) }]);
  client.close();
  if (outcome !== "accepted") throw new Error(`the first event was answered ${outcome}`);
}

/** Text that no compression makes short. */
const noise = (length) => Array.from({ length }, () => Math.floor(Math.random() * 36).toString(36)).join("");
