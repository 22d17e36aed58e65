import { eventually } from "../../end-to-end/running-system.mjs";
import { seconds } from "../figures.mjs";
import * as log from "../log-contents.mjs";

/** Destroys every group; resolves when each is there again. Gives how long the last one was away, in milliseconds. */
async function destroyAll(redis) {
  const names = (await log.groups(redis)).map(({ name }) => name);
  const begun = performance.now();
  for (const name of names) await redis.ask("XGROUP", "DESTROY", "events:{0}", name);
  const again = async () => names.every((name) => found.has(name)) || void (await look());
  const found = new Set();
  const look = async () => (await log.groups(redis)).forEach(({ name }) => found.add(name));
  await eventually("each group is made again", again, 120);
  return performance.now() - begun;
}

export default {
  name: "destroyed-group",
  broken: "XGROUP DESTROY of every consumer group under load, five times",
  expected: "each group is made again by itself and reads the whole log once more: nothing is lost, nothing is stored twice, no event gets 503",
  // What the log holds of earlier rows is read once more, poisoned events too.
  alone: true,
  short: true,
  async run({ system, figures, ledger, short, expect, sleep }) {
    const unavailable = ledger.unaccepted.unavailable;
    const away = [];
    for (let times = short ? 2 : 5; times > 0; times--) {
      figures.broken();
      away.push(await destroyAll(system.redis));
      figures.mended();
      await sleep(short ? 1000 : 4000);
    }
    figures.note(`groups were away for ${seconds(Math.max(...away))} at most`);
    expect(ledger.unaccepted.unavailable === unavailable, "requests got 503 because a group was missing");
  },
};
