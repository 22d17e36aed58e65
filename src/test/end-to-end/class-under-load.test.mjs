/**
 * 200 simulated students at 500 events/s for two minutes (promises 1, 2, 4): all that was acknowledged is in PostgreSQL exactly once, counters equal
 * SQL counts, and a client's state built from deltas equals a fresh snapshot and equals SQL. Once in peace, once with the application and Redis
 * killed. One of two dashboards sleeps for a minute. No time is asserted; the simulator prints them.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { lastPlace, sessionCounters, students, withDatabase } from "./aggregates.mjs";
import { LiveClient } from "./frame-store.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";

const minutes = process.env.CELL_MONITOR_TEST_MINUTES ?? "2";

async function playLesson(system, seed) {
  const { code, printed } = await system.dev(
    "simulate", "--students", "200", "--rate", "500", "--minutes", minutes, "--seed", String(seed),
  );
  console.log(printed.trim());
  assert.equal(code, 0, `the simulator found events lost or doubled:\n${printed}`);
}

async function assertTrue(system, clients, cookie) {
  const classId = system.env.CELL_MONITOR_CLASS;
  const last = await withDatabase(system, (database) => lastPlace(database, classId));
  const fresh = new LiveClient(system, cookie);
  try {
    await fresh.reached(last);
    for (const client of clients) {
      await client.reached(last);
      await eventually("the client equals a fresh snapshot", () => same(client.store.state(), fresh.store.state()), 60).catch(() => {});
      assert.deepEqual(client.store.state(), fresh.store.state());
      assert.deepEqual(client.store.faults, []);
    }
    const counted = await withDatabase(system, (database) => students(database, classId));
    const shown = fresh.store.state().students.filter(({ executions }) => executions > 0)
      .map(({ student, executions, errors, cellId, cellIndex }) => ({ student, executions, errors, cellId, cellIndex }));
    assert.deepEqual(shown, counted);
    const counters = await withDatabase(system, sessionCounters);
    assert.ok(counters.length > 0);
    for (const row of counters) {
      assert.deepEqual([row.executions, row.errors], [row.counted_executions, row.counted_errors], `session ${row.id}`);
    }
  } finally {
    fresh.close();
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

test("200 students at 500 events/s: nothing lost, nothing twice, every screen true; one dashboard sleeps a minute", async () => {
  const system = await RunningSystem.start("load");
  const cookie = await system.signIn();
  const awake = new LiveClient(system, cookie);
  const asleep = new LiveClient(system, cookie);
  try {
    const lesson = playLesson(system, 11);
    await sleep(15_000);
    asleep.suspend();
    await sleep(60_000);
    asleep.resume();
    await lesson;
    console.log(awake.store.delayInWords());
    await assertTrue(system, [awake, asleep], cookie);
  } finally {
    awake.close();
    asleep.close();
    await system.stop();
  }
});

test("the same with the application killed -9 once and Redis killed -9 once", async () => {
  const system = await RunningSystem.start("kill");
  const cookie = await system.signIn();
  const client = new LiveClient(system, cookie);
  try {
    const lesson = playLesson(system, 12);
    await sleep(20_000);
    await killAndWait(system, Number(system.env.CELL_MONITOR_PID));
    await sleep(20_000);
    await killAndWait(system, await redisProcess(system));
    await lesson;
    console.log(client.store.delayInWords());
    await assertTrue(system, [client], await system.signIn());
  } finally {
    client.close();
    await system.stop();
  }
});

async function killAndWait(system, pid) {
  process.kill(pid, "SIGKILL");
  await sleep(500);
  await eventually("the system answers again", () => system.answers(), 180);
}

/** Asks Redis itself who it is, in its own protocol. */
async function redisProcess(system) {
  const net = await import("node:net");
  const { hostname, port } = new URL(system.env.CELL_MONITOR_REDIS);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname, () => socket.write("INFO server\r\n"));
    let answer = "";
    socket.on("error", reject);
    socket.on("data", (data) => {
      answer += data;
      const match = /process_id:(\d+)/.exec(answer);
      if (match) {
        socket.destroy();
        resolve(Number(match[1]));
      }
    });
  });
}
