import { LightDashboard } from "../../end-to-end/light-dashboard.mjs";
import { eventually } from "../../end-to-end/running-system.mjs";
import { signIn } from "../../end-to-end/sign-in.mjs";
import { seconds } from "../figures.mjs";

const DASHBOARDS = 1000;
const SESSIONS = 20;

/** All connect at once; says how long it took until each had all that the class's own dashboard had shown when they began. */
async function comeBack(dashboards, witness, connect) {
  const place = witness.store.at;
  const begun = performance.now();
  connect();
  await eventually("all are true", () => dashboards.every((one) => one.isAt(place)), 120);
  return seconds(performance.now() - begun);
}

export default {
  name: "many-dashboards",
  broken: `${DASHBOARDS} dashboards of one class lose their connections at once and come back together; then the application is killed under them`,
  expected: "all show the truth again (the goal: within 5 s), without a gap, and the class goes on",
  load: { students: 200, rate: 100 },
  async run({ system, figures, clients, expect, sleep }) {
    const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId } = system.env;
    const cookies = [];
    for (let session = 0; session < SESSIONS; session++) cookies.push(await signIn(system.env));
    const dashboards = Array.from({ length: DASHBOARDS }, (_, number) => new LightDashboard(url, classId, cookies[number % SESSIONS]));
    const connectAll = () => dashboards.forEach((one) => void one.connect());
    figures.note(`first time: all true after ${await comeBack(dashboards, clients[0], connectAll)}`);
    await sleep(2000);
    for (let times = 0; times < 3; times++) {
      figures.broken();
      dashboards.forEach((one) => one.cut());
      await sleep(500);
      figures.mended();
      figures.note(`cut: all true after ${await comeBack(dashboards, clients[0], connectAll)}`);
      await sleep(2000);
    }
    dashboards.forEach((one) => (one.onLost = () => setTimeout(() => one.connect(), Math.random() * 500)));
    figures.broken();
    await system.application.kill();
    await system.application.start();
    figures.mended();
    const again = clients[0].reached(clients[0].store.at);
    figures.note(`killed: all true ${await comeBack(dashboards, clients[0], () => void again)} after it was ready`);
    const snapshots = dashboards.reduce((sum, one) => sum + one.snapshots, 0);
    figures.note(`${snapshots} snapshots, ${(dashboards.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20).toFixed(0)} MiB in all`);
    const faults = dashboards.flatMap((one) => one.faults);
    expect(faults.length === 0, `${faults.length} faults, as: ${faults[0]}`);
    dashboards.forEach((one) => one.cut());
  },
};
