/**
 * What watched classes cost in memory: `node measure-memory.mjs [classes] [run folder]` uses the system whose `env` lies in the folder, else starts
 * one. Each class has 200 students with a notebook of 60 cells, a lesson of 181 events for each student, and one dashboard that watches. Prints
 * the resident memory of the application's process while they run and at the end. JDK_JAVA_OPTIONS reaches the Java that it starts.
 */
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { LightDashboard } from "./light-dashboard.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";
import { teach } from "./sent-lesson.mjs";

const count = Number(process.argv[2] ?? 10);
const given = process.argv[3];
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("measure-memory");
const { env } = system;
const url = env.CELL_MONITOR_URL;
const run = `m${Date.now()}`;

function resident() {
  const status = readFileSync(`/proc/${env.CELL_MONITOR_PID}/status`, "utf8");
  const kibibytes = (name) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)[1]);
  return { now: Math.round(kibibytes("VmRSS") / 1024), most: Math.round(kibibytes("VmHWM") / 1024) };
}

async function ask(path, cookie, body) {
  const answer = await fetch(`${url}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", cookie },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
  return { json: answer.status === 204 ? null : await answer.json(), cookie: answer.headers.get("set-cookie")?.split(";")[0] };
}

function print(what) {
  const { now, most } = resident();
  console.log(`${what}: ${now} MiB resident, at most ${most} MiB; load average ${loadavg()[0].toFixed(1)}`);
}

try {
  const signIn = (username, password) => ask("/api/v1/session", "", { username, password });
  const teacher = (await signIn(env.CELL_MONITOR_TEACHER, env.CELL_MONITOR_TEACHER_PASSWORD)).cookie;
  const admin = (await signIn(env.CELL_MONITOR_ADMIN, env.CELL_MONITOR_ADMIN_PASSWORD)).cookie;
  print("started");
  const classes = [];
  for (let at = 0; at < count; at += 1) {
    classes.push((await ask("/api/v1/classes", teacher, { name: `class ${at}`, zone: "Asia/Tokyo" })).json.id);
  }
  const { key } = (await ask("/api/v1/keys", admin, { name: run, realm: run, classes, trusted: true })).json;
  const dashboards = classes.map((classId) => new LightDashboard(url, classId, teacher));
  await Promise.all(dashboards.map((dashboard) => dashboard.connect()));
  print(`${count} empty classes are watched`);
  const begun = performance.now();
  let sent = 0;
  for (const classId of classes) {
    sent += await teach(url, { authorization: `Bearer ${key}` }, { run, classId, students: 200, cells: 60, tries: 3 });
    print(`${sent} events after ${Math.round((performance.now() - begun) / 1000)} s`);
  }
  await eventually("all dashboards are there", async () => {
    for (const [at, classId] of classes.entries()) {
      const answer = await fetch(`${url}/api/v1/classes/${classId}/summary`, { headers: { cookie: teacher } });
      if (!dashboards[at].isAt((await answer.json()).at)) return false;
    }
    return true;
  }, 120);
  await sleep(70_000);
  print("a minute later, all saved once");
  const faults = dashboards.flatMap((dashboard) => dashboard.faults);
  console.log(`faults: ${faults.length} ${faults[0] ?? ""}`);
  dashboards.forEach((dashboard) => dashboard.cut());
} finally {
  if (!given) await system.stop();
}
