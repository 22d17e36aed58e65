/**
 * What the dashboard costs the teacher's browser: `node measure-dashboard.mjs` starts a system, lets 200 students send 500 events a second for a
 * minute, and prints repaints a second, shares of one core, what the scripts hold, and how long a loaded class takes to open, with the load of the
 * machine. Nothing is asserted: these are figures of a machine.
 */
import { loadavg } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import { openBrowser } from "./browsers.mjs";
import { RunningSystem } from "./running-system.mjs";
import { openClass } from "./teachers-page.mjs";

const SECONDS = 50;
const students = process.argv[2] ?? "200";
const rate = process.argv[3] ?? "500";
const parts = { scripting: "ScriptDuration", style: "RecalcStyleDuration", layout: "LayoutDuration", "all of the main thread": "TaskDuration" };

/** One commit of React is one batch of mutations; the clocks' own ticks are among them. */
const countRepaints = (page) => page.evaluate(async (milliseconds) => {
  let batches = 0;
  const seconds = new Map();
  const observer = new MutationObserver(() => {
    batches += 1;
    const second = Math.floor(performance.now() / 1000);
    seconds.set(second, (seconds.get(second) ?? 0) + 1);
  });
  observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  observer.disconnect();
  return { batches, most: Math.max(...seconds.values()) };
}, SECONDS * 1000);

async function spent(devtools) {
  const { metrics } = await devtools.send("Performance.getMetrics");
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

/** What the page's scripts hold when nothing is left that nobody holds, in megabytes. */
async function heap(devtools) {
  await devtools.send("HeapProfiler.collectGarbage");
  const { usedSize } = await devtools.send("Runtime.getHeapUsage");
  return (usedSize / 1e6).toFixed(1);
}

const system = await RunningSystem.start("measure-dashboard");
const browser = await openBrowser();
try {
  const { page } = await openClass(browser, system);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  const lesson = system.dev("simulate", "--students", students, "--rate", rate, "--minutes", "1.2");
  await page.locator(".tile").nth(Number(students) - 1).waitFor({ timeout: 120_000 });
  await sleep(2000);
  await page.mouse.move(5, 5);
  const heapBefore = await heap(devtools);
  const before = await spent(devtools);
  const { batches, most } = await countRepaints(page);
  const after = await spent(devtools);
  const load = loadavg().map((one) => one.toFixed(1)).join(" ");
  const elapsed = after.Timestamp - before.Timestamp;
  console.log(`${students} students, ${rate} events/s, ${SECONDS} s, load average ${load}`);
  console.log(`repaints a second: ${(batches / SECONDS).toFixed(2)}, at most ${most}`);
  for (const [part, name] of Object.entries(parts)) {
    console.log(`${part}: ${(((after[name] - before[name]) / elapsed) * 100).toFixed(1)} % of one core`);
  }
  console.log(`heap: ${heapBefore} MB, ${SECONDS} s later ${await heap(devtools)} MB`);
  await page.reload({ waitUntil: "commit" });
  await page.locator(".tile").nth(Number(students) - 1).waitFor();
  console.log(`loaded class on screen after ${Math.round(await page.evaluate(() => performance.now()))} ms`);
  const { printed } = await lesson;
  console.log(printed.trim());
} finally {
  await browser.close();
  await system.stop();
}
