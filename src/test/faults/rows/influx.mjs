import { eventually } from "../../end-to-end/running-system.mjs";
import { caughtUp, killAndRestart } from "../breaks.mjs";
import { unnoticed } from "../bystanders.mjs";

const WRITES = { path: "/api/v2/write" };
/** An answer that is lost after the write took effect is like one that never came. */
const ERRORS = [{ status: 500 }, { status: 429, "retry-after": 2 }, { status: 503 }, { drop: true }, { drop: true, after: true }];

/** Resolves when the minute of `moment` is in the time series. */
async function minuteWritten({ influx }, moment) {
  await eventually("the minutes are written", async () => {
    const [newest] = await influx.ask('SELECT LAST("error_rate") FROM "performance_metrics"');
    return newest && Date.parse(newest.time) + 60_000 > moment;
  }, 240);
}

const row = (name, broken, expected, breaking, more = {}) => ({
  name,
  broken,
  expected: `no request gets 503, the application stays ready, dashboards and history go on; ${expected}`,
  ...more,
  async run(play) {
    const { system, figures, short, sleep } = play;
    await unnoticed(play, async () => {
      await breaking(play);
      await caughtUp(system, "timeseries", figures);
      await sleep(2000);
    });
    if (!short) await minuteWritten(system, Date.now());
  },
});

/** It fails as told for so long. */
async function failing({ system, figures, sleep }, fault, forSeconds) {
  figures.broken();
  await system.influx.fail(fault);
  await sleep(forSeconds * 1000);
  const faults = await system.influx.recover();
  figures.mended();
  return faults;
}

export default [
  row(
    "influx-away",
    "kill -9 of InfluxDB, which stays away for ten minutes (in the short form 12 s)",
    "it catches up from the log by itself",
    ({ system, figures, short }) => killAndRestart(system.influx, figures, short ? 12_000 : 600_000),
    { short: true },
  ),
  row(
    "influx-killed",
    "kill -9 of InfluxDB under load, away for 2 s, started again on its data; five times",
    "what it had not confirmed is written again, each point once",
    async ({ system, figures, sleep }) => {
      for (let times = 0; times < 5; times++) {
        await sleep(2000 + Math.random() * 3000);
        await killAndRestart(system.influx, figures, 2000);
      }
    },
  ),
  row(
    "influx-emptied",
    "InfluxDB is killed, loses all its data and comes back empty",
    "its bucket is made again and filled from PostgreSQL",
    async ({ system, figures, sleep }) => {
      // Minutes that it has had already must come back too.
      await minuteWritten(system, 0);
      figures.broken();
      await system.influx.kill();
      system.influx.forget();
      await sleep(5000);
      await system.influx.start();
      figures.mended();
    },
  ),
  row("influx-slow", "InfluxDB takes 3 s for each answer, for 60 s", "the time series comes later", (play) => failing(play, { "delay-ms": 3000 }, 60)),
  row(
    "influx-errors",
    "InfluxDB answers 40 % of all writes with 500, then 429 with Retry-After, then 503, then not at all, then not although they took effect; 15 s each",
    "what failed is written again, each point once, and nothing becomes a dead letter",
    async (play) => {
      for (const error of ERRORS) {
        const faults = await failing(play, { ...WRITES, share: 0.4, ...error }, 15);
        play.expect(faults > 0, `no write met ${JSON.stringify(error)}`);
      }
    },
  ),
  row(
    "influx-refuses",
    "InfluxDB does not know the token (401) for 30 s",
    "health names the setting, nothing becomes a dead letter, the time series goes on from the log",
    async (play) => {
      const { system, expect } = play;
      const named = eventually("health names it", async () => (await wellness(system)).includes("CELL_MONITOR_INFLUX_TOKEN"), 29)
        .catch(() => expect(false, "health did not name the setting"));
      await failing(play, { status: 401 }, 30);
      await named;
    },
  ),
];

async function wellness({ application }) {
  return (await fetch(`http://127.0.0.1:${application.managementPort}/q/health/well`)).text();
}
