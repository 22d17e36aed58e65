import { eventually } from "../../end-to-end/running-system.mjs";
import { Load } from "../load.mjs";
import { seconds } from "../figures.mjs";

/** Of the connection that events take to the log; about 300 events. */
const BANDWIDTH = 300 * 1024;
const STUDENTS = 1500;

/** What accepted requests took at the 99th percentile, in milliseconds, of those that began between two moments. */
function p99(ledger, from, to = Infinity) {
  const took = ledger.accepted.filter(({ begun }) => begun >= from && begun < to).map(({ begun, ended }) => ended - begun);
  took.sort((one, other) => one - other);
  return took[Math.floor(took.length * 0.99)] ?? 0;
}

/** Events acknowledged in a second, over `milliseconds`. */
async function throughput(ledger, sleep, milliseconds) {
  const before = ledger.acknowledged.size;
  await sleep(milliseconds);
  return ((ledger.acknowledged.size - before) / milliseconds) * 1000;
}

export default {
  name: "overload",
  broken: "the way to the log takes 300 KiB a second, and for 15 s three times as many events come, from 1,500 students at once",
  expected: "503 with Retry-After for what is too much; what is taken is answered soon (the goal: p99 at most twice the nominal); it recovers by itself",
  alone: true,
  system: { proxies: ["redis"] },
  load: { rate: 80 },
  async run({ system, ledger, figures, expect, sleep }) {
    system.proxies.redis.bandwidth = BANDWIDTH;
    const begun = performance.now();
    await sleep(10_000);
    const nominal = p99(ledger, begun);
    const unavailable = ledger.unaccepted.unavailable;
    expect(unavailable === 0, "requests got 503 before the overload");
    const crowd = new Load(system, ledger, { students: STUDENTS, rate: 900, seed: 2, again: 0, timeoutMs: 30_000 });
    const burst = performance.now();
    figures.broken();
    crowd.start();
    await sleep(5_000);
    const taken = await throughput(ledger, sleep, 10_000);
    const end = performance.now();
    const over = p99(ledger, burst, end);
    const refused = ledger.unaccepted.unavailable - unavailable;
    await crowd.stop(240);
    figures.mended();
    figures.note(`p99 of accepted: nominal ${seconds(nominal)}, overloaded ${seconds(over)} (${(over / nominal).toFixed(1)} times)`);
    figures.note(`${taken.toFixed(0)} events/s taken while overloaded, ${refused} times 503; all taken ${seconds(performance.now() - end)} after it ended`);
    expect(refused > 0, "no request got 503");
    expect(crowd.waiting === 0, `${crowd.waiting} bodies were never taken`);
    crowd.close();
    await eventually("answers are as soon as before", async () => {
      const from = performance.now();
      await sleep(3_000);
      return p99(ledger, from) <= 2 * nominal;
    }, 60).catch(() => expect(false, "answers did not become as soon as before"));
  },
};
