/** The parts of what is measured on the dashboard, each as text for docs/performance.md. */
import { setTimeout as sleep } from "node:timers/promises";
import { BrowserCost } from "./browser-cost.mjs";
import { firstView, restart } from "./first-view.mjs";
import { scrolled } from "./scrolling.mjs";
import { addressOfClass, live } from "./teachers-page.mjs";

const RATE = 500;
const SECONDS = 50;
const ROUNDS = 5;
const VIEWS = [["Class, now", ""], ["Map", "map"], ["Errors", "errors"], ["Help", "help"]];
/** Of a class that nobody hurries: each student runs a cell every 20 seconds. */
const UNHURRIED = 10;

const percent = (share) => `${(share * 100).toFixed(1)} %`;
const kibibytes = (bytes) => (bytes / 2 ** 10).toFixed(0);
const mebibytes = (bytes) => (bytes / 2 ** 20).toFixed(1);
const row = (...cells) => `| ${cells.join(" | ")} |`;

async function show(page, system, view) {
  await page.goto(`${addressOfClass(system)}/${view}`);
  await live(page);
  // A pointer that rests on tiles holds their order.
  await page.mouse.move(5, 5);
  await sleep(3000);
}

/** Repaints and processor time, view by view. */
export async function cost({ system, page, lesson }) {
  const rows = [];
  lesson.work(RATE);
  for (const [name, view] of VIEWS) {
    await show(page, system, view);
    const browser = await BrowserCost.of(page);
    const sent = lesson.sent;
    const { repaints, most, draws, scripting, style, layout, all } = await browser.during(SECONDS);
    const drawn = view === "map" ? draws.toFixed(2) : "";
    const came = Math.round((lesson.sent - sent) / SECONDS);
    rows.push(row(name, came, repaints.toFixed(2), most, drawn, percent(scripting), percent(style), percent(layout), percent(all)));
  }
  await lesson.stop();
  return `### At ${RATE} events a second

${SECONDS} s of each view. A repaint is one batch of changes of the document; goals: at most 4 a second (a second that catches a beat of the timer at
both its ends has 5), scripting below 30 % of a core.

| view | events a second | repaints a second | most in one second | canvas drawn a second | scripting | style | layout | all of the main thread |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${rows.join("\n")}`;
}

/** Scrolling while nothing happens, and while the class goes on: what the second drops and the first does not is ours. */
export async function scrolling({ system, browser, page, lesson }) {
  const rows = [];
  for (const rate of [0, RATE]) {
    if (rate > 0) lesson.work(rate);
    for (const [name, view, target] of [["Map, rows with names", "map", ".map-scroll"], ["Class, now", "", ".students"]]) {
      await show(page, system, view);
      if (view === "map") await page.locator(".map-tools .mantine-SegmentedControl-label").nth(4).click();
      await sleep(1000);
      const seen = await scrolled(browser, page, target, ROUNDS);
      const figures = [seen.refreshes, seen.skipped, seen.longest.toFixed(1), seen.frames, seen.dropped];
      rows.push(row(name, rate, seen.pixels.toLocaleString("en"), ...figures));
    }
    if (rate > 0) await lesson.stop();
  }
  return `### Scrolling

Wheeled down and up ${ROUNDS} times at 1,600 pixels a second, while nothing happens and while the class goes on. Skipped: refreshes of the screen (60 a second)
that passed without an animation frame of the page while it scrolled; the map is drawn in these. Dropped: frames of which Chromium's compositor says in
its trace (\`PipelineReporter\`) that they were dropped and that it showed. The goal is none of either; where nothing happens they are what a machine without
graphics processor drops.

| view | events a second | pixels | refreshes while it scrolled | skipped | longest without, ms | frames of the compositor | dropped |
|---|---:|---:|---:|---:|---:|---:|---:|
${rows.join("\n")}`;
}

/** The first view of a loaded class, in a running application and in one that has just started again. */
export async function firstViews({ system, browser, page, lesson, students }) {
  const state = await page.context().storageState();
  // Nobody else's screen is painted by the same browser meanwhile.
  await page.goto("about:blank");
  lesson.work(UNHURRIED);
  const rows = [];
  const add = (name, all) => {
    const figures = ["cold", "warm"].map((kind) => spread(all.map((one) => one[kind])));
    rows.push(row(name, ...figures, kibibytes(all[0].loaded.bytes), all[0].loaded.files));
  };
  for (const [name, view] of VIEWS.slice(0, 2)) {
    const all = [];
    for (let round = 0; round < ROUNDS; round += 1) all.push(await firstView(browser, system, { state, students, view }));
    add(name, all);
  }
  const [after, took] = [[], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    took.push(await restart(system));
    after.push(await firstView(browser, system, { state, students }));
    // What is still compiled after a start would cost the next round.
    await sleep(5000);
  }
  add("Class, now, at once when a new start is ready", after);
  await lesson.stop();
  return `### First view of a loaded class

From the request of the page until all ${students} tiles (or the map) are painted; ${ROUNDS} times each, milliseconds, median (least - largest). The class goes
on meanwhile, ${UNHURRIED} events a second. First: a browser that has never loaded the page, but is signed in; again: the same browser once more. The
application was ended (SIGTERM) and ready again after ${spread(took)} ms. Goals: 1,500 ms, 350 KiB.

| view | first | again | KiB of page, scripts, styles as sent | files |
|---|---:|---:|---:|---:|
${rows.join("\n")}`;
}

function spread(all) {
  const sorted = all.map(Math.round).sort((one, other) => one - other);
  const [least, median, largest] = [sorted[0], sorted[Math.floor(sorted.length / 2)], sorted.at(-1)];
  return `${median} (${least} - ${largest})`;
}

const HOUR = 3600;
const FASTER = 10;
const STEPS = 12;

/** An hour of the class in compressed time, and what the page holds in its course. */
export async function hour({ system, page, lesson, students }) {
  await show(page, system, "");
  const browser = await BrowserCost.of(page);
  const rows = [];
  const begun = performance.now();
  const sent = lesson.sent;
  lesson.work(RATE * FASTER);
  for (let step = 0; step <= STEPS; step += 1) {
    while (performance.now() - begun < (step / STEPS) * (HOUR / FASTER) * 1000) await sleep(50);
    await visitViews(page, students);
    const { heap, nodes, listeners } = await browser.memory();
    const minute = Math.round((step / STEPS) * 60);
    rows.push(row(minute, (lesson.sent - sent).toLocaleString("en"), mebibytes(heap), nodes.toLocaleString("en"), listeners.toLocaleString("en")));
  }
  await lesson.stop();
  return `### An hour

${FASTER} times as fast: ${RATE * FASTER} events a second for ${HOUR / FASTER} s. Every five minutes of the class the teacher goes through map, errors, help and a student
and back to the class as it is now, where after forced collections of garbage is counted: what the scripts hold, nodes of documents, listeners.

| minute of the class | events | heap, MiB | nodes | listeners |
|---:|---:|---:|---:|---:|
${rows.join("\n")}`;
}

/** As a teacher does, within the one page. */
async function visitViews(page, students) {
  for (const view of ["map", "errors", "help"]) {
    await page.locator(`.view-links a[href$="/${view}"]`).click();
    await sleep(700);
  }
  await page.locator(".view-links a").first().click();
  await page.locator(".tile").nth(students - 1).waitFor();
  await page.locator(".tile").first().click();
  await page.locator(".student-panel .mantine-CloseButton-root").first().click();
  await page.mouse.move(5, 5);
  await sleep(700);
}
