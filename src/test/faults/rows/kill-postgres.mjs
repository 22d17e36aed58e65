import { eventually } from "../../end-to-end/running-system.mjs";
import { caughtUp, killAndRestart } from "../breaks.mjs";
import * as log from "../log-contents.mjs";

const PER_SECOND = 2_000;
const LATE_MS = 1_000;

const killed = {
  name: "kill-postgres",
  broken: "kill -9 of PostgreSQL with all its processes, away for 5 s, started again on its data; five times",
  expected: "every event is taken as if nothing had happened (no 503), and is stored once when PostgreSQL is back",
  short: true,
  async run({ system, figures, short, sleep, expectAllTaken }) {
    for (let times = short ? 1 : 5; times > 0; times--) {
      await killAndRestart(system.postgres, figures, 5000);
      await sleep(short ? 2000 : 5000);
    }
    expectAllTaken("requests got 503 because PostgreSQL was away");
  },
};

const away = {
  name: "postgres-away",
  broken: `kill -9 of PostgreSQL, away for ten minutes at ${PER_SECOND.toLocaleString("en")} events/s`,
  expected: "no request gets 503, dashboards go on; PostgreSQL catches up by itself while as much goes on coming",
  // The log keeps all of it meanwhile.
  system: { redis: { maxmemory: "4gb" } },
  load: { students: 200, rate: PER_SECOND },
  async run({ system, clients, figures, short, sleep, expect, expectAllTaken }) {
    await eventually("the dashboards have the class", () => clients.every(({ store }) => store.at !== null));
    await sleep(15_000);
    const before = clients.map(({ connections, store }) => ({ connections, seen: store.delays.length }));
    await killAndRestart(system.postgres, figures, short ? 10_000 : 600_000);
    const { length } = await log.extent(system.redis);
    figures.note(`${length.toLocaleString("en")} entries in the log when PostgreSQL came back`);
    await caughtUp(system, "relational", figures);
    await sleep(2000);
    const delays = clients.flatMap(({ store }, index) => store.delays.slice(before[index].seen)).sort((one, other) => one - other);
    const late = delays.filter((delay) => delay > LATE_MS).length;
    figures.note(`of ${delays.length.toLocaleString("en")} events on dashboards ${late.toLocaleString("en")} came more than a second after the log`);
    expect(clients.every(({ connections }, index) => connections === before[index].connections), "a dashboard lost its connection");
    expectAllTaken("requests got 503 because PostgreSQL was away");
  },
};

export default [killed, away];
