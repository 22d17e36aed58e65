import { killAndRestart } from "../breaks.mjs";

export default {
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
