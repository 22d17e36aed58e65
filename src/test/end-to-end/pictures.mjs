/**
 * The pictures of the dashboard in the guides, docs/pictures: `node pictures.mjs` (or `./dev pictures`) plays a seeded class of 40 in a system of its own
 * and takes each view in English and Japanese, `NAME.png` and `NAME.ja.png`, the views of the moment as soon as several students need somebody, those
 * that look back when the lesson has gone on for a while; about 12 minutes. `node pictures.mjs VIEW ...` takes those alone. With
 * CELL_MONITOR_RUN_FOLDER set the class is played in the system that runs there.
 */
import { openBrowser } from "./browsers.mjs";
import { takePicture } from "./picture-file.mjs";
import { PicturedClass } from "./pictured-class.mjs";
import { RunningSystem, eventually } from "./running-system.mjs";
import { addressOfClass, openClass } from "./teachers-page.mjs";

const STUDENTS = 40;
const MINUTES = 9;
const SPEED = 1.5;
const LANGUAGES = { "": "en-GB", ".ja": "ja-JP" };
/** Of the moment: each with its address in the class and what must be there. */
const MOMENT = [
  { name: "now", view: "", there: ".rail-cluster" },
  { name: "map", view: "map", there: ".map-canvas" },
  { name: "errors", view: "errors", there: ".cluster-panel pre" },
  { name: "help", view: "help", there: ".help-row" },
  { name: "student", view: (stuck) => `?student=${stuck}`, there: ".student-panel .run" },
  { name: "wall", view: "wall", there: ".wall-main", colorScheme: "dark" },
];
const LOOKING_BACK = [
  { name: "notebook", view: "notebook", there: ".part canvas" },
  { name: "time", view: "time", there: ".time-charts canvas" },
  { name: "report", view: "report", there: ".figures" },
  { name: "settings", view: "settings?part=seats", there: ".seat" },
];

const wanted = process.argv.slice(2);
const given = process.env.CELL_MONITOR_RUN_FOLDER;
const system = given ? new RunningSystem(given, null) : await RunningSystem.start("pictures");
const browser = await openBrowser();
try {
  const pages = {};
  for (const [suffix, locale] of Object.entries(LANGUAGES)) {
    const options = { locale, viewport: { width: 1280, height: 800 }, colorScheme: "light", reducedMotion: "reduce" };
    pages[suffix] = (await openClass(browser, system, options)).page;
  }
  const taught = new PicturedClass(pages[""], system.env);
  const lesson = play(taught);
  const stuck = await needed(taught);
  await take(pages, MOMENT, stuck);
  await lesson;
  await take(pages, LOOKING_BACK, stuck);
} finally {
  await browser.close();
  if (!given) await system.stop();
}

/** A lesson of students who think a little faster than in life: who is stuck has still been so for minutes. */
async function play(taught) {
  await taught.beginLesson("Recursion / 再帰");
  const lesson = system.dev("simulate", "--students", String(STUDENTS), "--seed", "7", "--speed", String(SPEED), "--minutes", String(MINUTES));
  await eventually("all are there", async () => (await taught.summary()).students.length === STUDENTS, 180);
  await taught.seat();
  const { code, printed } = await lesson;
  if (code !== 0) throw new Error(`the simulated class ended with ${code}:\n${printed}`);
}

/** Waits until somebody is in each state that needs a teacher, two ask, and several share a mistake; gives who has been stuck longest. */
async function needed(taught) {
  const { students } = await eventually("the class has mixed states", async () => {
    const summary = await taught.summary();
    const states = new Set(summary.students.map(({ state }) => state));
    const mixed = ["stuck", "failing", "working"].every((state) => states.has(state));
    const shared = summary.clusters.some(({ students: together }) => together.length > 2);
    return mixed && shared && summary.help.length > 1 && summary;
  }, MINUTES * 60);
  const [longest] = students.filter(({ state }) => state === "stuck").sort((one, other) => one.since.localeCompare(other.since));
  await taught.note(longest.student, "Draw the calls with them. / 呼び出しを図に描いて説明する");
  return longest.student;
}

async function take(pages, views, stuck) {
  for (const { name, view, there, colorScheme = "light" } of views) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const [suffix, page] of Object.entries(pages)) {
      await page.emulateMedia({ colorScheme });
      await page.goto(`${addressOfClass(system)}/${typeof view === "function" ? view(stuck) : view}`);
      await page.locator(there).first().waitFor({ timeout: 30_000 });
      await page.mouse.move(5, 5);
      // Answers that come after the view's first; charts and lists that settle.
      await page.waitForLoadState("networkidle");
      await page.waitForTimeout(2000);
      await takePicture(page, `${name}${suffix}`);
    }
  }
}
