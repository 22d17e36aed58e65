import { eventually } from "../../end-to-end/running-system.mjs";
import { killAndRestart } from "../breaks.mjs";
import { seconds } from "../figures.mjs";
import { LoadBalancer } from "../load-balancer.mjs";

const SYSTEM = { applications: 2 };

/** A second application, and HAProxy in front of both. */
async function besideAnother(system) {
  await (await system.newApplication()).start();
  await LoadBalancer.start(system);
}

const storedEvents = async (system) => (await system.postgres.query("select count(*)::int as n from learning_events"))[0].n;

/** When an event that was acknowledged after `moment` is stored: in milliseconds from then. */
async function storedAgain(system, ledger, begun) {
  const target = ledger.acknowledged.size + 100;
  await eventually("the class goes on", () => ledger.acknowledged.size > target, 60);
  await eventually("another reader stores", async () => (await storedEvents(system)) >= target, 150);
  return performance.now() - begun;
}

export default [
  {
    name: "two-applications",
    broken: "two applications behind HAProxy; one is killed (kill -9) and started again, then the other, six times",
    expected: "the class and the dashboards go on with the other one: nothing is lost, each event is on each screen once",
    system: SYSTEM,
    prepare: besideAnother,
    async run({ system, figures, clients, short, expect, sleep }) {
      const moved = () => clients.map(({ connections }) => connections);
      const before = moved();
      for (let times = 0; times < (short ? 2 : 6); times++) {
        await sleep(2000);
        await killAndRestart(system.applications[times % 2], figures);
      }
      await sleep(2000);
      const moves = moved().reduce((sum, now, index) => sum + now - before[index], 0);
      figures.note(`dashboards connected again ${moves} times`);
      expect(moves > 0, "no dashboard was on the applications that were killed");
    },
  },
  {
    name: "stalled-reader",
    broken: "SIGSTOP for 90 s of that one of two applications that reads the log; its connections stay open and silent, its lease with them",
    expected: "PostgreSQL ends the silent lease, the other application reads on before the first one is back; nothing is stored or shown twice",
    system: SYSTEM,
    prepare: besideAnother,
    async run({ system, ledger, figures, expect, sleep }) {
      figures.broken();
      system.application.freeze();
      const begun = performance.now();
      const took = await storedAgain(system, ledger, begun).catch(() => Infinity);
      figures.note(`stored again ${seconds(took)} after the reader stood still`);
      expect(took < 90_000, "nobody read on while the reader stood still");
      await sleep(Math.max(0, 90_000 - (performance.now() - begun)));
      system.application.thaw();
      figures.mended();
      await sleep(10_000);
    },
  },
];
