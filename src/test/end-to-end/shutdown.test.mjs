/**
 * The application is told to end (SIGTERM): each screen hears a good bye, what it saw is saved, who waits for news is answered, and the next
 * application goes on from there (promises 4 and 9).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { withDatabase } from "./aggregates.mjs";
import { compare } from "./frame-store.mjs";
import { LightDashboard } from "./light-dashboard.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";
import { send, studentsEvents } from "./sent-lesson.mjs";

const savedPlace = (system, classId) =>
  withDatabase(system, async (database) => {
    const { rows } = await database.query("select log_ms, log_seq from class_states where class_id = $1", [classId]);
    return rows.length === 0 ? "0-0" : `${rows[0].log_ms}-${rows[0].log_seq}`;
  });

/** A student's server that waits for news: how it was answered, and what it asks next. */
async function studentWhoWaits(system) {
  const { CELL_MONITOR_URL: url, CELL_MONITOR_JOIN_CODE: joinCode } = system.env;
  const joined = await fetch(`${url}/api/v1/student/token`, {
    method: "POST", headers: { "content-type": "application/json" },
    body: JSON.stringify({ grant: "join_code", join_code: joinCode, student_number: "s-1", name: "花子" }),
  });
  const headers = { authorization: `Bearer ${(await joined.json()).token}` };
  const news = async (after) => {
    const answer = await fetch(`${url}/api/v1/student/news${after}`, { headers, signal: AbortSignal.timeout(60_000) });
    return { status: answer.status, ...(await answer.json()) };
  };
  const { cursor } = await news("");
  const student = { news, cursor, isWaiting: true };
  student.answer = news(`?after=${cursor}`).finally(() => (student.isWaiting = false));
  await sleep(1000);
  assert.ok(student.isWaiting, "the question is held while nothing is new");
  return student;
}

test("on SIGTERM screens hear a good bye, the class is saved, and the next application goes on where each screen is", async () => {
  const system = await RunningSystem.start("shutdown");
  try {
    const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId, CELL_MONITOR_PID: pid } = system.env;
    const cookie = await system.signIn();
    const screens = Array.from({ length: 5 }, () => new LightDashboard(url, classId, cookie));
    await Promise.all(screens.map((screen) => screen.connect()));
    await send(url, {}, studentsEvents("shutdown", 1, 10, 2));
    await eventually("all saw it", () => screens.every(({ deltas }) => deltas > 0));
    const student = await studentWhoWaits(system);
    const ends = screens.map((screen) => new Promise((resolve) => (screen.onLost = resolve)));
    process.kill(Number(pid), "SIGTERM");
    await Promise.all(ends);
    screens.forEach((screen) => (screen.onLost = undefined));
    const { status, cursor } = await student.answer;
    assert.deepEqual([status, cursor], [200, student.cursor]);
    for (const { byes } of screens) assert.deepEqual(byes, ["shutdown"]);
    assert.ok(compare(await savedPlace(system, classId), screens[0].at) >= 0, "what the screens saw is saved");
    await eventually("the next application answers", () => system.answers(), 240);
    await send(url, {}, studentsEvents("shutdown", 2, 3, 1));
    await Promise.all(screens.map((screen) => screen.connect()));
    for (const { snapshots, faults } of screens) assert.deepEqual({ snapshots, faults }, { snapshots: 1, faults: [] });
    assert.equal((await student.news("")).status, 200);
    screens.forEach((screen) => screen.cut());
  } finally {
    await system.stop();
  }
});
