import { eventually } from "../../end-to-end/running-system.mjs";
import { Load } from "../load.mjs";
import { seconds } from "../figures.mjs";

/** Of the connection that events take to the log; about 275 events. */
const BANDWIDTH = 300 * 1024;
const STUDENTS = 1500;
/** Of the usual class, and of what comes in all: four fifths of what can be taken, and three times as much. */
const USUAL = 80;
const NOMINAL = 220;
const OVERLOAD = 825;
/** What is taken of a burst, and how long its last pipelines are on their way (docs/decisions, overload). */
const BURST_MS = 6000;

const latencies = (ledger, from, to) =>
  ledger.accepted
    .filter(({ begun }) => begun >= from && begun < to)
    .map(({ begun, ended }) => ended - begun)
    .sort((one, other) => one - other);

/** What accepted requests took, in milliseconds, of those that began between two moments. */
function share(ledger, part, from, to = Infinity) {
  const took = latencies(ledger, from, to);
  return took[Math.floor((took.length - 1) * part)] ?? 0;
}

const p99 = (ledger, from, to) => share(ledger, 0.99, from, to);

export default {
  name: "overload",
  broken:
    "the way to the log takes 300 KiB a second (about 275 events), and for 21 s three times as much comes, from 1,500 students who act independently",
  expected:
    "503 with Retry-After for what is too much; from 6 s on the p99 of what is taken is at most twice the one at four fifths of what can be taken; before, it is a burst; it recovers by itself",
  alone: true,
  system: { proxies: ["redis"] },
  load: { rate: USUAL },
  async run({ system, ledger, figures, expect, sleep }) {
    system.proxies.redis.bandwidth = BANDWIDTH;
    const quiet = performance.now();
    await sleep(5000);
    const crowd = new Load(system, ledger, { students: STUDENTS, rate: NOMINAL - USUAL, seed: 2, again: 0, timeoutMs: 30_000, independent: true });
    const begun = performance.now();
    crowd.start();
    await sleep(20_000);
    expect(figures.since("unavailable") === 0, `${figures.since("unavailable")} requests got 503 before the overload`);
    const nominal = p99(ledger, begun);
    crowd.rate = OVERLOAD - USUAL;
    const burst = performance.now();
    figures.broken();
    await sleep(BURST_MS);
    const settled = performance.now();
    const before = ledger.acknowledged.size;
    await sleep(15_000);
    const end = performance.now();
    const taken = (ledger.acknowledged.size - before) / ((end - settled) / 1000);
    const over = p99(ledger, settled, end);
    const refused = figures.since("unavailable");
    figures.note(`p99 of accepted: ${seconds(p99(ledger, quiet, begun))} at ${USUAL} events/s, nominal ${seconds(nominal)} at ${NOMINAL}`);
    figures.note(`overloaded ${seconds(over)} (${(over / nominal).toFixed(1)} times), in the burst before ${seconds(p99(ledger, burst, settled))}`);
    await crowd.stop(240);
    figures.mended();
    figures.note(`${taken.toFixed(0)} events/s taken while overloaded, ${refused} times 503; all taken ${seconds(performance.now() - end)} after it ended`);
    expect(over <= 2 * nominal, `what was taken in the overload was answered late: p99 ${seconds(over)}, nominal ${seconds(nominal)}`);
    expect(refused > 0, "no request got 503");
    expect(figures.since("timedOut") === 0, `${figures.since("timedOut")} requests had no answer in 30 s`);
    expect(crowd.waiting === 0, `${crowd.waiting} bodies were never taken`);
    crowd.close();
    await eventually("answers are as soon as before", async () => {
      const from = performance.now();
      await sleep(3000);
      return p99(ledger, from) <= 2 * nominal;
    }, 60).catch(() => expect(false, "answers did not become as soon as before"));
  },
};
