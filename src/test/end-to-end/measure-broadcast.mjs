/**
 * What a frame costs for each dashboard it goes to: `node measure-broadcast.mjs [dashboards] [events a second] [run folder]` uses the system whose
 * `env` lies in the folder, else starts one. A class of 200 students is watched by one dashboard, then by all; prints frames, bytes and the
 * processor's time that the application took, and what each further delivery cost. Nothing is asserted.
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { LightDashboard } from "./light-dashboard.mjs";
import { RunningSystem } from "./running-system.mjs";
import { send, studentsEvents, teach } from "./sent-lesson.mjs";

const SECONDS = 20;
const STUDENTS = 200;
const TICK_MILLISECONDS = 10;
const count = Number(process.argv[2] ?? 50);
const rate = Number(process.argv[3] ?? 300);
const given = process.argv[4];
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("measure-broadcast");
const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId, CELL_MONITOR_PID: pid } = system.env;
const run = `b${Date.now()}`;
let sent = 0;

/** Milliseconds of processor time, user and system, that the application took so far. */
function spent() {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ")[1].split(" ");
  return (Number(fields[11]) + Number(fields[12])) * TICK_MILLISECONDS;
}

function nextEvents(many) {
  return Array.from({ length: many }, () => {
    sent += 1;
    const [, event] = studentsEvents(run, sent % STUDENTS, 1, 1);
    return { ...event, eventId: `${run}-${sent}` };
  });
}

async function measure(cookie, dashboards) {
  const screens = Array.from({ length: dashboards }, () => new LightDashboard(url, classId, cookie));
  await Promise.all(screens.map((screen) => screen.connect()));
  await sleep(1000);
  const before = screens.map(({ deltas, bytes }) => ({ deltas, bytes }));
  const [begun, start] = [performance.now(), spent()];
  for (let tenth = 0; tenth < SECONDS * 10; tenth += 1) {
    const wait = begun + tenth * 100 - performance.now();
    if (wait > 0) await sleep(wait);
    await send(url, {}, nextEvents(rate / 10));
  }
  await sleep(500);
  const [took, cost] = [performance.now() - begun, spent() - start];
  const frames = screens.reduce((sum, { deltas }, at) => sum + deltas - before[at].deltas, 0);
  const bytes = screens.reduce((sum, screen, at) => sum + screen.bytes - before[at].bytes, 0);
  console.log(
    `${dashboards} dashboards: ${Math.round(frames / (took / 1000))} frames/s, ${(bytes / 2 ** 20 / (took / 1000)).toFixed(1)} MiB/s, `
      + `processor ${(cost / took).toFixed(3)} of one core; load average ${loadavg()[0].toFixed(1)}`,
  );
  screens.forEach((screen) => screen.cut());
  await sleep(500);
  return { frames, bytes, cost };
}

try {
  const cookie = await system.signIn();
  await teach(url, {}, { run, students: STUDENTS, cells: 20, tries: 2 });
  await measure(cookie, 1);
  for (let round = 0; round < 3; round += 1) {
    const one = await measure(cookie, 1);
    const all = await measure(cookie, count);
    const [cost, frames, bytes] = [all.cost - one.cost, all.frames - one.frames, all.bytes - one.bytes];
    console.log(
      `each further delivery: ${((cost / frames) * 1000).toFixed(1)} microseconds of processor, ${Math.round(bytes / frames)} bytes`
        + ` (${Math.round(frames / (cost / 1000))} deliveries in a second of one core)`,
    );
  }
} finally {
  if (!given) await system.stop();
}
