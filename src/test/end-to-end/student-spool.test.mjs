/**
 * What a student's Jupyter server has taken is in PostgreSQL once and in its order (promises 1, 2, 9): the real server extension, the real
 * application, rows counted against what was posted. All students are at it at once, each with trouble of their own.
 */
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { SmallDisk, mountingRefused } from "../faults/disks.mjs";
import { TcpProxy } from "../faults/tcp-proxy.mjs";
import { withDatabase } from "./aggregates.mjs";
import { JupyterServer, installExtension } from "./jupyter-server.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";

const PATIENCE = 300;
let system;
const ends = [];

before(async () => {
  installExtension();
  system = await RunningSystem.start("student-spool");
}, { timeout: 1_200_000 });

after(async () => {
  for (const end of ends.reverse()) await end();
  await system?.stop();
});

/** A student who has joined, with a network of their own to the application. */
async function student(name, environment = {}) {
  const proxy = await TcpProxy.open(Number(new URL(system.env.CELL_MONITOR_URL).port));
  ends.push(() => proxy.close());
  const server = await JupyterServer.start(path.join(system.folder, name), { CELL_MONITOR_URL: `http://127.0.0.1:${proxy.port}`, ...environment });
  ends.push(() => server.stop());
  await server.join(system.env.CELL_MONITOR_JOIN_CODE, name, name);
  return { name, proxy, server };
}

/** Runs of a student in two notebooks in turn. */
function runs(name, count, code = (at) => `print(${at})`) {
  return Array.from({ length: count }, (_, at) => ({
    eventId: `${name}-${"ab"[at % 2]}-${String(at).padStart(5, "0")}`, eventType: "cell_executed", notebookPath: `${"ab"[at % 2]}.ipynb`,
    cellId: `c${at % 7}`, cellIndex: at % 7, cellType: "code", executionCount: at, hasError: false, code: code(at), result: String(at),
  }));
}

const singly = (events) => events.map((event) => [event]);

function inPortions(events, size) {
  return Array.from({ length: Math.ceil(events.length / size) }, (_, at) => events.slice(at * size, (at + 1) * size));
}

/** Waits until nothing waits; then PostgreSQL holds each of them once, in each notebook's order, all of one person. */
async function assertStored({ name, server }, events) {
  await eventually(`${name} has nothing left to send`, async () => (await server.waiting()) === 0, PATIENCE);
  const { content } = await server.ask("status");
  assert.deepEqual([content.set_aside, content.dropped, content.state], [0, 0, "connected"], JSON.stringify(content.last_error));
  await withDatabase(system, async (database) => {
    const stored = () => database.query(
      "select event_id, user_id from learning_events where event_id like $1 order by log_ms, log_seq", [`${name}-%`]);
    await eventually(`${name}'s events are stored`, async () => (await stored()).rows.length >= events.length, 120).catch(() => {});
    const { rows } = await stored();
    for (const notebook of "ab") {
      const of = (ids) => ids.filter((id) => id.startsWith(`${name}-${notebook}-`));
      assert.deepEqual(of(rows.map((row) => row.event_id)), of(events.map((event) => event.eventId)));
    }
    assert.equal(rows.length, events.length);
    assert.equal(new Set(rows.map((row) => row.user_id)).size, 1);
  });
}

describe("nothing is lost and nothing comes twice", { concurrency: true }, () => {
  test("when the Jupyter server is killed while events wait", async () => {
    const killed = await student("killed");
    const events = runs("killed", 600);
    killed.proxy.cutOff();
    const posting = killed.server.post(singly(events));
    for (const taken of [100, 250, 400]) {
      await eventually(`${taken} are taken`, () => killed.server.taken >= taken, 180);
      await killed.server.kill();
      if (taken === 250) killed.proxy.join();
      await killed.server.startAgain();
    }
    const again = await posting;
    console.log(`killed three times; the page had to post again ${again} times`);
    assert.ok(again > 0, "it was killed while the page posted");
    await assertStored(killed, events);
  });

  test("when the application is cut off, killed and restored, and answers are lost on their way", async () => {
    const cut = await student("cut");
    const events = runs("cut", 400);
    let lost = 0;
    const loseAnswers = (chunk) => {
      lost += chunk.includes("HTTP/1.1 202") ? 1 : 0;
      cut.proxy.reset();
      return null;
    };
    const parts = inPortions(events, 80);
    await cut.server.post(singly(parts[0]));
    cut.proxy.reply = loseAnswers;
    await cut.server.post(singly(parts[1]));
    await eventually("three answers are lost", () => lost >= 3, 180);
    cut.proxy.reply = (chunk) => chunk;
    cut.proxy.cutOff();
    await cut.server.post(singly(parts[2]));
    cut.proxy.serverForgets();
    cut.proxy.join();
    process.kill(Number(system.env.CELL_MONITOR_PID), "SIGKILL");
    await cut.server.post(singly(parts[3]));
    await eventually("the application answers again", () => system.answers(), 240);
    await cut.server.post(singly(parts[4]));
    await assertStored(cut, events);
  });

  test("when the student's disk is full", { skip: mountingRefused() ?? false }, async () => {
    const folder = path.join(system.folder, "full-disk");
    mkdirSync(folder);
    const disk = new SmallDisk(folder, 1);
    ends.push(() => disk.unmount());
    const full = await student("full", { CELL_MONITOR_DATA: folder });
    const events = runs("full", 120, (at) => `x = "${"日本語".repeat(2000)}"  # ${at}`);
    full.proxy.cutOff();
    const posting = full.server.post(singly(events));
    await eventually("the disk is full", async () => (await full.server.ask("status")).content?.state === "disk_full", 180);
    assert.ok((await full.server.waiting()) > 10);
    await sleep(1000);
    full.proxy.join();
    assert.ok((await posting) > 0, "the page was told to keep some");
    await assertStored(full, events);
  });

  test("when ten thousand events wait, and the server is killed over them", async () => {
    const week = await student("week");
    const events = runs("week", 10_000);
    await eventually("the joining is told", async () => (await week.server.waiting()) === 0);
    week.proxy.cutOff();
    await week.server.post(inPortions(events, 500));
    assert.equal(await week.server.waiting(), 10_000);
    await week.server.kill();
    await week.server.startAgain();
    await eventually("they are taken over", async () => (await week.server.waiting()) === 10_000);
    week.proxy.join();
    await assertStored(week, events);
  });
});
