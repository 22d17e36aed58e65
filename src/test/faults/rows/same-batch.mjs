import { EventClient } from "../event-client.mjs";
import { StudentEvents, seeded } from "../student-events.mjs";

const COPIES = 10;
const EVENTS = 100;

/** Sends one body ten times at once, again as long as none of them is taken; gives how many were. */
async function sendAtOnce(client, events, ledger) {
  ledger.leave(events);
  for (;;) {
    const begun = performance.now();
    const results = await Promise.all(Array.from({ length: COPIES }, () => client.post(events)));
    for (const { outcome, answer } of results) {
      if (outcome === "accepted") ledger.accept(events, answer, begun, begun);
      else ledger.fail(outcome);
    }
    const taken = results.filter(({ outcome }) => outcome === "accepted").length;
    if (taken > 0) return taken;
  }
}

export default {
  name: "same-batch-at-once",
  broken: `the same body of ${EVENTS} events is sent ten times at once, 30 times, each time by a student of its own`,
  expected: "each of the ten is acknowledged; each event is stored, counted and shown once",
  short: true,
  async run({ system, figures, ledger, short, expect, sleep }) {
    const client = new EventClient(system, { outstanding: COPIES, timeoutMs: 60_000 });
    const added = Number((await system.redis.ask("XINFO", "STREAM", "events:{0}"))["entries-added"]);
    let taken = 0;
    figures.broken();
    const bodies = short ? 5 : 30;
    for (let student = 0; student < bodies; student++) {
      const writer = new StudentEvents(10_000 + student, seeded(student));
      taken += await sendAtOnce(client, Array.from({ length: EVENTS }, () => writer.next()), ledger);
    }
    figures.mended();
    client.close();
    const logged = Number((await system.redis.ask("XINFO", "STREAM", "events:{0}"))["entries-added"]) - added;
    figures.note(`${taken} bodies of ${EVENTS} taken for ${bodies} different ones`);
    expect(taken === bodies * COPIES || ledger.unaccepted.unavailable > 0, `${taken} of ${bodies * COPIES} bodies were taken`);
    expect(logged >= taken * EVENTS, "the log did not get each body: nothing was repeated");
    await sleep(2000);
  },
};
