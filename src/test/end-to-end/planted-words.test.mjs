/** Promise 11: a planted name, address and line of code is found in no dump of PostgreSQL, in no file of Redis and in no log line. */
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { test } from "node:test";
import { withDatabase } from "./aggregates.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";

const planted = {
  address: "planted.address@example.ac.jp",
  name: "Planted Name 植田花子",
  team: "Planted Team",
  code: "planted_line_of_code = 'geheim'",
  output: "planted output text",
  message: "planted question of a student",
  number: "24A1234",
};
const event = {
  eventId: "planted-1", eventType: "cell_error", emailAddress: planted.address, userName: planted.name, teamName: planted.team,
  sessionId: "s-1", notebookPath: `lesson1_${planted.number}.ipynb`, cellId: "c-1", cellIndex: 1, cellType: "code", code: planted.code,
  result: planted.output, hasError: true, errorName: "PlantedError", errorMessage: `${planted.output} ${planted.name}`,
  traceback: planted.code, executionCount: 1, executionDurationMs: 3, metadata: { note: planted.message },
};
const help = { ...event, eventId: "planted-2", eventType: "help", hasError: undefined, metadata: { message: planted.message } };
const words = [...Object.values(planted), "PlantedError", "planted_line"];

function* filesBelow(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* filesBelow(file);
    else if (entry.isFile()) yield file;
  }
}

async function everyTable(database) {
  const tables = await database.query(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_schema = 'public' and table_type = 'BASE TABLE'`);
  let text = "";
  for (const { name } of tables.rows) {
    const { rows } = await database.query(`select row_to_json(t)::text as row, t::text as plain from ${name} t`);
    text += rows.map(({ row, plain }) => row + plain).join("\n");
  }
  return text;
}

test("a student's words are nowhere in the clear", async () => {
  const system = await RunningSystem.start("words");
  const { CELL_MONITOR_URL: url } = system.env;
  try {
    const send = (body) => fetch(`${url}/api/v1/events`, {
      method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
    assert.equal((await send([event, help])).status, 202);
    assert.equal((await send([{ ...event, eventType: `${planted.code}` }])).status, 422);
    assert.equal((await fetch(`${url}/api/v1/events`, {
      method: "POST", headers: { "content-type": "application/json" }, body: `{"code":"${planted.code}` })).status, 400);
    await withDatabase(system, async (database) => {
      await eventually("both events are stored", async () =>
        (await database.query("select count(*)::int as n from learning_events")).rows[0].n === 2);
      const dump = await everyTable(database);
      assert.ok(dump.includes("planted-1"), "the dump shows the event's id");
      for (const word of words) assert.ok(!dump.includes(word), `PostgreSQL holds «${word}»`);
    });
    const files = [...filesBelow(system.folder)].filter((file) => !file.includes(`${path.sep}bin${path.sep}`));
    assert.ok(files.some((file) => file.endsWith(".aof")), "Redis's file is among the files searched");
    assert.ok(files.some((file) => readFileSync(file).includes("planted-1")), "the search sees what is in the clear");
    for (const file of files) {
      const content = readFileSync(file);
      for (const word of words) assert.ok(!content.includes(word), `${path.basename(file)} holds «${word}»`);
    }
  } finally {
    await system.stop();
  }
});
