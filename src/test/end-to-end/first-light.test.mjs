/**
 * A cell run in a real JupyterLab appears on the teacher's screen: the notebook that ships with the project, run in Chromium; a second page on
 * /dashboard; the rows in PostgreSQL, unsealed, field by field; and the seed flow through test_id.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { PATIENCE_MS, openBrowser } from "./browsers.mjs";
import { JupyterLab, command, openNotebook } from "./jupyter-lab.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";

const name = "試験 花子";
// As on a new machine: the programs of the embedded servers are not unpacked yet.
const temporary = mkdtempSync(path.join(os.tmpdir(), "first-light-"));
let system;
let lab;
let browser;
let student;
let teacher;

before(async () => {
  system = await RunningSystem.start("first-light", { TMPDIR: temporary });
  lab = await JupyterLab.start(system, name);
  browser = await openBrowser();
  teacher = await signedIn();
  student = await lab.open(browser);
}, { timeout: 1_200_000 });

after(async () => {
  await browser?.close();
  await lab?.stop();
  await system?.stop();
  rmSync(temporary, { recursive: true, force: true });
});

async function signedIn() {
  const { CELL_MONITOR_URL: url, CELL_MONITOR_TEACHER: username, CELL_MONITOR_TEACHER_PASSWORD: password } = system.env;
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 } });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  await page.goto(`${url}/dashboard`);
  await page.locator('input[autocomplete="username"]').fill(username);
  await page.locator('input[autocomplete="current-password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await page.waitForURL(/\/dashboard\/classes\//);
  return page;
}

const tile = () => teacher.locator(".tile", { hasText: name });
/** How many of the runs on the student's tile are marked so: each mark begins with a move of its path. */
async function marks(kind) {
  return (await tile().locator(`.run-${kind}`).getAttribute("d")).split("M").length - 1;
}

/** Prints how long the teacher's screen took; asserted is only that it shows it. */
async function delay(what, shown) {
  const begun = performance.now();
  await shown();
  console.log(`${what} was on the teacher's screen after ${Math.round(performance.now() - begun)} ms`);
}

const picture = (label) => teacher.screenshot({ path: path.join(system.folder, `${label}.png`) });

test("an empty class shows its code", async () => {
  await teacher.getByText(system.env.CELL_MONITOR_JOIN_CODE).first().waitFor();
  await picture("empty-class");
});

test("what the student runs is on the teacher's screen", async () => {
  await openNotebook(student, "first-light.ipynb");
  await command(student, "notebook:run-all-cells");
  await tile().waitFor();
  await student.waitForFunction(() => globalThis.jupyterapp.shell.currentWidget.content.widgets[6].model.executionCount !== null);
  await delay("the last run", () =>
    eventually("three good runs and a failed one", async () => (await marks("good")) === 3 && (await marks("bad")) === 1, 60));
  assert.match(await tile().textContent(), /3/);
  await picture("after-the-run");
});

test("asking for help is on the teacher's screen, and so is its end", async () => {
  await command(student, "cell-monitor:ask-for-help");
  await student.locator(".jp-Dialog .jp-mod-accept").click();
  await delay("asking for help", () => teacher.locator('.tile[data-state="asking"]').waitFor());
  await picture("asking");
  await command(student, "cell-monitor:ask-for-help");
  await teacher.locator('.tile[data-state="asking"]').waitFor({ state: "detached" });
});

test("the rows in PostgreSQL, unsealed, are what was run", async () => {
  const rows = await eventually("all rows are stored", async () => {
    const found = await unsealed();
    return found.some(({ eventType }) => eventType === "help_stop") && found;
  });
  const runs = rows.filter(({ eventType }) => ["cell_executed", "cell_error", "execution_aborted"].includes(eventType));
  const facts = ({ eventType, cellId, cellIndex, cellType, code, executionCount, hasError, result, errorName, errorMessage }) =>
    ({ eventType, cellId, cellIndex, cellType, code, executionCount, hasError, result, errorName, errorMessage });
  const run = (cellId, cellIndex, code, executionCount, result) => ({
    eventType: "cell_executed", cellId, cellIndex, cellType: "code", code, executionCount, hasError: false, result,
    errorName: undefined, errorMessage: undefined });
  assert.deepEqual(runs.slice(0, 4).map(facts), [
    run("print-greeting", 1, 'print("こんにちは、世界")', 1, "こんにちは、世界\n"),
    run("sum-of-squares", 2, "squares = [number * number for number in range(5)]\nprint(squares)\nsum(squares)", 2, "[0, 1, 4, 9, 16]\n30\n"),
    run("slow-count", 4, 'import time\n\nprint("ゆっくり数えます")\ntime.sleep(1.5)\nprint("終わり")', 3, "ゆっくり数えます\n終わり\n"),
    { ...run("division-by-zero", 6, 'print("割り算をします")\nscore = 10 / 0', 4, "割り算をします\n"), eventType: "cell_error", hasError: true,
      errorName: "ZeroDivisionError", errorMessage: "division by zero" },
  ]);
  assert.deepEqual(runs.slice(4).map(({ eventType, cellId }) => [eventType, cellId]),
    [["execution_aborted", "after-the-error"], ["execution_aborted", "last"]]);
  assert.ok(runs[2].executionDurationMs >= 1500 && runs[2].executionDurationMs < 10_000, "the kernel's own time of the slow cell");
  for (const row of rows) {
    assert.equal(row.userName, name);
    // What the student chose is about no notebook.
    assert.equal(row.notebookPath, row.eventType === "consent_changed" ? undefined : "first-light.ipynb", row.eventType);
  }
  for (const type of ["session_start", "notebook_opened", "help", "help_stop"]) {
    assert.ok(rows.some(({ eventType }) => eventType === type), type);
  }
});

test("with test_id the seed flow answers and nothing reaches the class", async () => {
  const before = (await unsealed()).length;
  const answer = await student.evaluate(async () => {
    const token = /_xsrf=([^;]+)/.exec(document.cookie)[1];
    const response = await fetch("/cell-monitor", {
      method: "POST",
      headers: { "content-type": "application/json", "x-xsrftoken": token },
      body: JSON.stringify({ test_id: "seed-1", events: [{ eventId: "seed", eventType: "cell_executed", notebookPath: "a.ipynb", code: "1 + 1" }] }),
    });
    return [response.status, await response.json()];
  });
  assert.equal(answer[0], 202);
  assert.equal(answer[1].status, "received");
  const kept = await (await fetch(`${system.env.CELL_MONITOR_URL}/api/v1/test/events/seed-1`)).json();
  assert.equal(kept.test_id, "seed-1");
  assert.equal(kept.events.length, 1);
  assert.equal(kept.events[0].code, "1 + 1");
  assert.equal(kept.events[0].userName, name);
  assert.equal((await unsealed()).length, before);
});

/** The stored events, oldest first, opened with the demo's keys by the project's own reader. */
async function unsealed() {
  const { code, printed } = await system.dev("unseal");
  assert.equal(code, 0, printed);
  return printed.split("\n").filter((line) => line.startsWith("{")).map((line) => JSON.parse(line));
}
