/**
 * The application is told to end (SIGTERM): each screen hears a good bye, what it saw is saved, and the next application goes on from there
 * (promises 4 and 9).
 */
import assert from "node:assert/strict";
import { test } from "node:test";
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

test("on SIGTERM screens hear a good bye, the class is saved, and the next application goes on where each screen is", async () => {
  const system = await RunningSystem.start("shutdown");
  try {
    const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: classId, CELL_MONITOR_PID: pid } = system.env;
    const cookie = await system.signIn();
    const screens = Array.from({ length: 5 }, () => new LightDashboard(url, classId, cookie));
    await Promise.all(screens.map((screen) => screen.connect()));
    await send(url, {}, studentsEvents("shutdown", 1, 10, 2));
    await eventually("all saw it", () => screens.every(({ deltas }) => deltas > 0));
    const ends = screens.map((screen) => new Promise((resolve) => (screen.onLost = resolve)));
    process.kill(Number(pid), "SIGTERM");
    await Promise.all(ends);
    screens.forEach((screen) => (screen.onLost = undefined));
    for (const { byes } of screens) assert.deepEqual(byes, ["shutdown"]);
    assert.ok(compare(await savedPlace(system, classId), screens[0].at) >= 0, "what the screens saw is saved");
    await eventually("the next application answers", () => system.answers(), 120);
    await send(url, {}, studentsEvents("shutdown", 2, 3, 1));
    await Promise.all(screens.map((screen) => screen.connect()));
    for (const { snapshots, faults } of screens) assert.deepEqual({ snapshots, faults }, { snapshots: 1, faults: [] });
    screens.forEach((screen) => screen.cut());
  } finally {
    await system.stop();
  }
});
