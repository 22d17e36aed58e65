/**
 * What the dashboard costs the teacher's browser, in a system of its own with 200 students in a notebook of 60 cells: `node measure-dashboard.mjs`
 * measures everything and writes it into docs/performance.md, about 15 minutes; `node measure-dashboard.mjs PART ...` only the parts `cost`,
 * `scrolling`, `first-view`, `hour`. Nothing is asserted: these are figures of a machine, whose load average stands beside them. With
 * CELL_MONITOR_RUN_FOLDER set the system that runs there is used.
 */
import { rmSync } from "node:fs";
import { openBrowser } from "./browsers.mjs";
import * as parts from "./dashboard-figures.mjs";
import { load, machine, stamp, writeSection } from "./performance-document.mjs";
import { RunningSystem } from "./running-system.mjs";
import { SteadyClass } from "./steady-class.mjs";
import { openClass } from "./teachers-page.mjs";

const STUDENTS = 200;
const CELLS = 60;
const MEASURED = { cost: parts.cost, scrolling: parts.scrolling, "first-view": parts.firstViews, hour: parts.hour };

const HEAD = `## The dashboard, in the teacher's browser

${STUDENTS} students in a notebook of ${CELLS} cells, all seen today in most of them, on the real application; Chromium ${"VERSION"} without a screen (1440 x 900, no
graphics processor) on the same machine as the application, PostgreSQL, Redis and what sends: ${machine()}. Shares of a core are
processor time of the page's main thread. Again with \`node src/test/end-to-end/measure-dashboard.mjs\`, about 15 minutes.`;

const wanted = process.argv.slice(2);
const unknown = wanted.filter((part) => !(part in MEASURED));
if (unknown.length > 0) throw new Error(`unknown: ${unknown.join(" ")}; there are ${Object.keys(MEASURED).join(" ")}`);

const given = process.env.CELL_MONITOR_RUN_FOLDER;
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("measure-dashboard");
const browser = await openBrowser();
try {
  const lesson = new SteadyClass(system.env.CELL_MONITOR_URL, STUDENTS, CELLS);
  await lesson.fill();
  const { page } = await openClass(browser, system);
  await page.locator(".tile").nth(STUDENTS - 1).waitFor({ timeout: 120_000 });
  const all = wanted.length === 0;
  if (all) writeSection("head", HEAD.replace("VERSION", browser.version()));
  for (const [name, measure] of Object.entries(MEASURED)) {
    if (!all && !wanted.includes(name)) continue;
    const before = load();
    const text = `${await measure({ system, browser, page, lesson, students: STUDENTS })}\n\n${stamp(before)}`;
    console.log(`${text}\n`);
    writeSection(name, text);
  }
} finally {
  await browser.close();
  if (!given) {
    await system.stop();
    // An hour of events is gigabytes.
    rmSync(system.folder, { recursive: true, force: true });
  }
}
