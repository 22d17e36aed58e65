/** How long a teacher waits for a class: from the request of the page until all students are painted, as the page's own clock has it. */
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "./running-system.mjs";
import { addressOfClass } from "./teachers-page.mjs";

const LIMIT_MILLISECONDS = 60_000;

/** Notes when the view is there: `tile` all students, `map` the canvas; after the frame that paints them. */
const noteWhenThere = ({ selector, count }) => {
  const look = () => {
    if (document.querySelectorAll(selector).length < count) return requestAnimationFrame(look);
    return requestAnimationFrame(() => setTimeout(() => (window.firstViewAt = performance.now()), 0));
  };
  requestAnimationFrame(look);
};

/**
 * Opens a view of the class in a browser that has never seen it, but is signed in: `state` is what a signed-in page kept. Gives `cold` and, once
 * more in the same browser, whose cache is filled then, `warm`; both milliseconds; and what the cold one loaded, bytes as they were sent.
 */
export async function firstView(browser, system, { state, students, view = "" }) {
  const context = await browser.newContext({ locale: "en-GB", viewport: { width: 1440, height: 900 }, storageState: state });
  try {
    const page = await context.newPage();
    await page.addInitScript(noteWhenThere, view === "map" ? { selector: ".map-canvas", count: 1 } : { selector: ".tile", count: students });
    const cold = await open(page, `${addressOfClass(system)}/${view}`);
    const loaded = await page.evaluate(sentBytes);
    return { cold, loaded, warm: await open(page, `${addressOfClass(system)}/${view}`) };
  } finally {
    await context.close();
  }
}

async function open(page, address) {
  await page.goto(address, { waitUntil: "commit" });
  const there = await page.waitForFunction(() => window.firstViewAt, null, { timeout: LIMIT_MILLISECONDS });
  return there.jsonValue();
}

/** Scripts and style sheets that the page has loaded, and the document itself. */
function sentBytes() {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")];
  const code = all.filter(({ name, entryType }) => entryType === "navigation" || /\/assets\//.test(name));
  return { files: code.length, bytes: code.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0) };
}

/** Ends the application, waits until the next one says that it is ready; milliseconds from its end until then. */
export async function restart(system) {
  const before = system.env;
  const begun = performance.now();
  process.kill(Number(before.CELL_MONITOR_PID), "SIGTERM");
  const ready = async () => (await fetch(`${before.CELL_MONITOR_MANAGEMENT_URL}/q/health/ready`, { signal: AbortSignal.timeout(2000) })).ok;
  await eventually("the application has ended", async () => !(await ready().catch(() => false)), 60);
  for (;;) {
    if (await ready().catch(() => false)) return performance.now() - begun;
    if (performance.now() - begun > 120_000) throw new Error("the application did not come back");
    await sleep(10);
  }
}
