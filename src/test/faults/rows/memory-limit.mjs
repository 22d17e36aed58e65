import { eventually } from "../../end-to-end/running-system.mjs";
import { fillWithOldEntries } from "../old-log.mjs";
import { seconds } from "../figures.mjs";

/** The log keeps as many at least. */
const OLD_ENTRIES = 50_000;
const ROOM = 6 * 2 ** 20;

async function memory(redis) {
  const text = await redis.info("memory");
  return { used: Number(/used_memory:(\d+)/.exec(text)[1]), most: Number(/maxmemory:(\d+)/.exec(text)[1]) };
}

/** How many of our own writes Redis has refused for want of memory. */
async function refusedWrites(redis) {
  return Number(/errorstat_OOM:count=(\d+)/.exec(await redis.info("errorstats"))?.[1] ?? 0);
}

export default {
  name: "memory-limit",
  broken: "Redis has memory for the log that it must keep and a little more; PostgreSQL is killed and stays away until the log has reached 70 % of it, and 10 s longer",
  expected: "503 with Retry-After from 70 % on, our own writes go on; when PostgreSQL is back the stores catch up, the log is trimmed and events are taken again, by itself",
  alone: true,
  system: { redis: { maxmemory: "2gb" } },
  load: { rate: 300 },
  prepare: (system) => fillWithOldEntries(system, OLD_ENTRIES),
  async run({ system, ledger, figures, expect, expected, sleep }) {
    const { redis, postgres } = system;
    expected.foreign = OLD_ENTRIES + 1;
    await eventually("the stores have the old log", async () => (await stored(postgres)) > OLD_ENTRIES, 240);
    const { used } = await memory(redis);
    await redis.ask("CONFIG", "SET", "maxmemory", Math.ceil((used + ROOM) / 0.7));
    figures.broken();
    await postgres.kill();
    await eventually("events get 503", () => ledger.unaccepted.unavailable > 0, 300);
    await sleep(10_000);
    const full = await memory(redis);
    figures.note(`Redis used ${((100 * full.used) / full.most).toFixed(1)} % of its memory when events got 503`);
    expect(full.used >= full.most * 0.69 && full.used < full.most * 0.8, `Redis used ${full.used} of ${full.most} bytes`);
    const begun = performance.now();
    await postgres.start();
    figures.mended();
    const taken = ledger.acknowledged.size;
    await eventually("events are taken again", () => ledger.acknowledged.size > taken + 300, 240);
    figures.note(`taken again ${seconds(performance.now() - begun)} after PostgreSQL's start, trimming goes on each 30 s`);
    expect((await refusedWrites(redis)) === 0, "Redis refused writes of our own");
    // What still comes must not meet the same limit again.
    await redis.ask("CONFIG", "SET", "maxmemory", 2 * 2 ** 30);
  },
};

async function stored(postgres) {
  return (await postgres.query("select count(*)::int as n from learning_events"))[0].n;
}
