/**
 * A lecture hall opens its notebooks: `node measure-arrival.mjs [students] [seconds] [run folder]`. Open loop: each student comes at a time that was
 * fixed before, joins by the class's code, and posts the first events by their token: the opening at once, then a run every few seconds. A post's time
 * counts from when it was due, tries after a refusal included. Prints the times and what PostgreSQL holds; exits with 1 when something was lost or
 * doubled. Times are printed, not judged.
 */
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { withDatabase } from "./aggregates.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";
import { studentsEvents } from "./sent-lesson.mjs";

const RUNS = 5;
const BETWEEN_RUNS = 3000;
const [students, seconds] = [Number(process.argv[2] ?? 350), Number(process.argv[3] ?? 60)];
const given = process.argv[4];
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("measure-arrival");
const { CELL_MONITOR_URL: url, CELL_MONITOR_JOIN_CODE: joinCode } = system.env;
const run = `a${Date.now()}`;
const times = { join: [], post: [] };
const refused = {};
let begun;

/** Posts when it is due, again until it is taken; gives the answer. */
async function post(kind, route, headers, body, due) {
  await sleep(Math.max(0, due - performance.now()));
  for (;;) {
    const answer = await fetch(`${url}${route}`, {
      method: "POST", headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body), signal: AbortSignal.timeout(30_000),
    });
    const content = await answer.json();
    if (answer.ok) {
      times[kind].push(performance.now() - due);
      return content;
    }
    refused[answer.status] = (refused[answer.status] ?? 0) + 1;
    if (answer.status !== 503 && answer.status !== 429) throw new Error(`${route} answered ${answer.status}: ${JSON.stringify(content)}`);
    await sleep(1000 * Number(answer.headers.get("retry-after") ?? 1));
  }
}

/** One student: comes at a random moment of the minute, as nobody waits for anybody. */
async function arrive(student) {
  const comes = begun + Math.random() * seconds * 1000;
  const who = { grant: "join_code", join_code: joinCode, student_number: `${run}-${student}`, name: `学生 ${student}` };
  const { token } = await post("join", "/api/v1/student/token", {}, who, comes);
  const headers = { authorization: `Bearer ${token}` };
  const [opened, ...events] = studentsEvents(run, student, RUNS, 1).map(({ userId, userName, ...event }) => event);
  const opening = performance.now();
  await post("post", "/api/v1/events", headers, [{ ...opened, eventId: `${opened.eventId}-s`, eventType: "session_start", cells: undefined }, opened], opening);
  await Promise.all(events.map((event, at) => post("post", "/api/v1/events", headers, [event], opening + (at + 1) * BETWEEN_RUNS)));
}

function inWords(all) {
  const sorted = all.toSorted((one, other) => one - other);
  const at = (share) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return `${sorted.length}, ms p50 ${at(0.5)}, p99 ${at(0.99)}, max ${at(1)}`;
}

try {
  // As a running system is: what it does for the first time was done before.
  begun = performance.now() - seconds * 1000;
  await Promise.all(Array.from({ length: 20 }, (_, warm) => arrive(`warm-${warm}`)));
  times.join.length = times.post.length = 0;
  const before = loadavg()[0];
  begun = performance.now();
  await Promise.all(Array.from({ length: students }, (_, student) => arrive(student)));
  console.log(`${students} students within ${seconds} s; joins: ${inWords(times.join)}; posts: ${inWords(times.post)}; refused ${JSON.stringify(refused)}; `
    + `load average before ${before.toFixed(1)}, after ${loadavg()[0].toFixed(1)}`);
  const expected = (students + 20) * (RUNS + 2);
  await withDatabase(system, async (database) => {
    const count = async () => (await database.query(
      "select count(*)::int as n, count(distinct event_id)::int as different, count(distinct user_id)::int as people from learning_events where event_id like $1",
      [`${run}-%`])).rows[0];
    await eventually("all are stored", async () => (await count()).n >= expected, 60).catch(() => {});
    const { n, different, people } = await count();
    console.log(`${expected} events of ${students + 20} students were acknowledged; PostgreSQL holds ${n}, ${different} different, of ${people} people`);
    process.exitCode = n === expected && different === expected && people === students + 20 ? 0 : 1;
  });
} finally {
  if (!given) await system.stop();
}
