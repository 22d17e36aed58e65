/**
 * The pictures of the dashboard in the guides: `node pictures.mjs` plays a seeded class of 30 in a system of its own until students need somebody,
 * and writes docs/pictures/class-now.png (English) and class-now.ja.png (Japanese). With CELL_MONITOR_URL set (`source .run/env`) it takes them
 * of the class that works there already.
 */
import { mkdirSync, statSync } from "node:fs";
import path from "node:path";
import { openBrowser } from "./browsers.mjs";
import { RunningSystem, eventually, project } from "./running-system.mjs";
import { openClass } from "./teachers-page.mjs";

const folder = path.join(project, "docs", "pictures");
const LIMIT = 300 * 1024;
const STATES = ["asking", "stuck", "failing", "working"];

const running = process.env.CELL_MONITOR_URL !== undefined;
const system = running ? { env: process.env } : await RunningSystem.start("pictures");
const browser = await openBrowser();
try {
  mkdirSync(folder, { recursive: true });
  // Thinking times as in life: who is stuck has been so for minutes.
  const lesson = running ? null : system.dev("simulate", "--students", "30", "--seed", "7", "--minutes", "12");
  const english = await openClass(browser, system, { locale: "en-GB", colorScheme: "light" });
  const japanese = await openClass(browser, system, { locale: "ja-JP", colorScheme: "light" });
  await english.page.locator(".tile").nth(29).waitFor({ timeout: 120_000 });
  await eventually("the class has mixed states", async () => {
    const counts = await Promise.all(STATES.map((state) => english.page.locator(`.tile[data-state=${state}]`).count()));
    return counts.every((count) => count > 0);
  }, 720);
  // Tiles change places every four seconds at most, and not under the pointer.
  await english.page.waitForTimeout(5000);
  await write(english.page, "class-now.png");
  await write(japanese.page, "class-now.ja.png");
  await lesson;
} finally {
  await browser.close();
  await system.stop?.();
}

async function write(page, name) {
  const file = path.join(folder, name);
  await page.mouse.move(5, 5);
  await page.screenshot({ path: file });
  const { size } = statSync(file);
  if (size > LIMIT) throw new Error(`${name} is ${size} bytes; the limit is ${LIMIT}`);
  console.log(`${name}: ${Math.round(size / 1024)} KiB`);
}
