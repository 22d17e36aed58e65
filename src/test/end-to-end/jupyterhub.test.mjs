/** Students of a real JupyterHub: what they run arrives under the hub's name for them, by the hub's own token (promise 8). */
import assert from "node:assert/strict";
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { withDatabase } from "./aggregates.mjs";
import { openBrowser } from "./browsers.mjs";
import { command, openNotebook } from "./jupyter-lab.mjs";
import { JupyterHub, installJupyterHub } from "./jupyterhub.mjs";
import { RunningSystem, eventually, project } from "./running-system.mjs";

const DEMO_CLASS = "00000000-0000-4000-8000-00000000c1a5";
const folder = path.join(project, "target/end-to-end/jupyterhub-of-students");
let system;
let hub;
let browser;

before(async () => {
  installJupyterHub();
  hub = await JupyterHub.at(folder);
  const hubs = path.join(folder, "hubs.json");
  // With two of them a student's server must say which is its own.
  writeFileSync(hubs, JSON.stringify([
    { name: "north", api: hub.api, realm: "school", class: DEMO_CLASS },
    { name: "south", api: "http://127.0.0.1:1/hub/api", realm: "school", class: DEMO_CLASS },
  ]));
  system = await RunningSystem.start("jupyterhub", { CELL_MONITOR_HUBS_FILE: hubs });
  await hub.start({ CELL_MONITOR_URL: system.env.CELL_MONITOR_URL, CELL_MONITOR_HUB: "north", CELL_MONITOR_CLASS: DEMO_CLASS });
  browser = await openBrowser();
}, { timeout: 1_200_000 });

after(async () => {
  await browser?.close();
  await hub?.stop();
  await system?.stop();
});

/** The students of the class, as a teacher sees them. */
async function shown(cookie) {
  const answer = await fetch(`${system.env.CELL_MONITOR_URL}/api/v1/classes/${DEMO_CLASS}/summary`, { headers: { cookie } });
  return (await answer.json()).students;
}

test("what two students of a JupyterHub run arrives under their names there", async () => {
  for (const student of ["hanako", "taro"]) {
    mkdirSync(hub.home(student), { recursive: true });
    copyFileSync(path.join(project, "jupyterlab-extension/examples/first-light.ipynb"), path.join(hub.home(student), "first-light.ipynb"));
  }
  for (const student of ["hanako", "taro"]) {
    const page = await hub.signIn(browser, student);
    await openNotebook(page, "first-light.ipynb");
    await command(page, student === "hanako" ? "notebook:run-all-cells" : "notebook:run-cell");
    if (student === "taro") {
      await page.evaluate(() => (globalThis.jupyterapp.shell.currentWidget.content.activeCellIndex = 1));
      await command(page, "notebook:run-cell");
    }
    const status = () => page.evaluate(async () => {
      const xsrf = /_xsrf=([^;]+)/.exec(document.cookie)[1];
      const base = location.pathname.replace(/\/lab.*/, "");
      return (await fetch(`${base}/cell-monitor/status`, { headers: { "x-xsrftoken": xsrf } })).json();
    });
    const { identity } = await eventually("all is sent", async () => {
      const told = await status();
      return told.sent > 3 && told.waiting === 0 && told;
    });
    assert.deepEqual([identity.kind, identity.student, identity.verified, identity.class.id], ["hub", student, true, DEMO_CLASS]);
  }
  const cookie = await system.signIn();
  const students = await eventually("the class shows all runs", async () => {
    const found = await shown(cookie);
    return found.reduce((sum, { executions }) => sum + executions, 0) === 5 && found;
  });
  assert.deepEqual(students.map(({ name, executions, errors }) => [name, executions, errors]).toSorted(), [["hanako", 4, 1], ["taro", 1, 0]]);
  await withDatabase(system, async (database) => {
    const { rows } = await database.query(
      `select user_id, count(*)::int as runs, count(*) filter (where has_error)::int as errors
       from learning_events where event_type in ('cell_executed', 'cell_error') group by user_id`);
    const name = (id) => students.find(({ student }) => student === id)?.name;
    assert.deepEqual(rows.map(({ user_id, runs, errors }) => [name(user_id), runs, errors]).toSorted(), [["hanako", 4, 1], ["taro", 1, 0]]);
  });
});
