/**
 * Dashboards that come back at once: `node measure-reconnect.mjs [dashboards] [run folder]` uses the system whose `env` lies in the folder, else
 * starts one. All watch one class of 200 students; then all connections are cut, students go on, and all come back together; then the
 * application is killed and all come back to the next one. Prints how long it took until each was true again. Exits with 1 when one of them
 * saw a gap or is not true in the end; times are printed, not judged.
 */
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { LiveClient } from "./frame-store.mjs";
import { LightDashboard } from "./light-dashboard.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";
import { send, studentsEvents, teach } from "./sent-lesson.mjs";

const STUDENTS = 200;
const SESSIONS = 20;
const count = Number(process.argv[2] ?? 1000);
const given = process.argv[3];
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("measure-reconnect");
const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId } = system.env;
const run = `r${Date.now()}`;
let sent = 0;

async function lastPlace(cookie) {
  const answer = await fetch(`${url}/api/v1/classes/${classId}/summary`, { headers: { cookie } });
  return (await answer.json()).at;
}

/** Brings all back together; gives the milliseconds until each stood at the class's present. */
async function comeBack(dashboards, begun, cookie) {
  const before = dashboards.map(({ snapshots, bytes }) => ({ snapshots, bytes }));
  const took = dashboards.map((dashboard) => dashboard.connect().then(() => performance.now() - begun));
  const times = (await Promise.all(took)).sort((one, other) => one - other);
  const place = await lastPlace(cookie);
  await eventually("all are true", () => dashboards.every((dashboard) => dashboard.isAt(place)), 30);
  const all = performance.now() - begun;
  const snapshots = dashboards.reduce((sum, { snapshots }, at) => sum + snapshots - before[at].snapshots, 0);
  const bytes = dashboards.reduce((sum, { bytes }, at) => sum + bytes - before[at].bytes, 0);
  const at = (share) => Math.round(times[Math.min(times.length - 1, Math.floor(times.length * share))]);
  return `first frame ms: p50 ${at(0.5)}, p99 ${at(0.99)}, last ${at(1)}; all true after ${Math.round(all)} ms; `
    + `${snapshots} snapshots, ${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

function print(what, figures) {
  console.log(`${what}: ${figures}; load average ${loadavg().map((one) => one.toFixed(1)).join(" ")}`);
}

try {
  const cookies = [];
  for (let session = 0; session < SESSIONS; session += 1) cookies.push(await system.signIn());
  await teach(url, {}, { run, students: STUDENTS, cells: 20, tries: 2 });
  const witness = new LiveClient(system, cookies[0]);
  const dashboards = Array.from({ length: count }, (_, at) => new LightDashboard(url, classId, cookies[at % SESSIONS]));
  print(`${count} come for the first time`, await comeBack(dashboards, performance.now(), cookies[0]));
  const teaching = setInterval(() => {
    const [event] = studentsEvents(`${run}-${sent}`, sent % STUDENTS, 1, 1).slice(1);
    sent += 1;
    send(url, {}, [{ ...event, userId: `${run}-${sent % STUDENTS}` }]).catch(() => {});
  }, 50);
  for (let round = 0; round < 3; round += 1) {
    await sleep(2000);
    dashboards.forEach((dashboard) => dashboard.cut());
    await sleep(500);
    print("all cut, all come back", await comeBack(dashboards, performance.now(), cookies[0]));
  }
  await sleep(2000);
  const lost = dashboards.map((dashboard) => new Promise((resolve) => (dashboard.onLost = resolve)));
  process.kill(Number(system.env.CELL_MONITOR_PID), "SIGKILL");
  await Promise.all(lost);
  dashboards.forEach((dashboard) => (dashboard.onLost = undefined));
  await eventually("the application is back", () => system.answers(), 120);
  print("the application killed, all come back to the next", await comeBack(dashboards, performance.now(), cookies[0]));
  clearInterval(teaching);
  await sleep(1000);
  const place = await lastPlace(cookies[0]);
  await eventually("all are at the end", () => dashboards.every((dashboard) => dashboard.isAt(place)), 30);
  await witness.reached(place);
  const fresh = new LiveClient(system, cookies[0]);
  await fresh.reached(place);
  const same = JSON.stringify(witness.store.state()) === JSON.stringify(fresh.store.state());
  const faults = [...dashboards.flatMap((dashboard) => dashboard.faults), ...witness.store.faults];
  console.log(`a witness equals a fresh snapshot: ${same}; faults: ${faults.length} ${faults[0] ?? ""}`);
  process.exitCode = same && faults.length === 0 ? 0 : 1;
  fresh.close();
  witness.close();
  dashboards.forEach((dashboard) => dashboard.cut());
} finally {
  if (!given) await system.stop();
}
