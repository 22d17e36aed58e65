/**
 * The dashboard against the real application: the ways in and out, a lost connection that heals by itself, a second dashboard that slept, the
 * language, and no complaint of the browser under the application's own headers.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import path from "node:path";
import { PATIENCE_MS, openBrowser } from "./browsers.mjs";
import { RunningSystem, eventually, project } from "./running-system.mjs";
import { addressOfClass, fillSignIn, live, openClass, tiles, watch } from "./teachers-page.mjs";

let system;
let browser;

before(async () => {
  system = await RunningSystem.start("dashboard");
  browser = await openBrowser();
  await play(1);
}, { timeout: 1_200_000 });

after(async () => {
  await browser?.close();
  await system?.stop();
});

/** A short lesson; the students' next cells with every new seed. */
async function play(seed) {
  const { code, printed } = await system.dev("simulate", "--students", "20", "--rate", "30", "--minutes", "0.2", "--seed", String(seed));
  assert.equal(code, 0, printed);
}

async function withPages(count, check) {
  const opened = [];
  try {
    for (let number = 0; number < count; number++) opened.push(await openClass(browser, system));
    await check(...opened);
  } finally {
    for (const { page } of opened) await page.context().close();
  }
}

/** Waits until two pages show the same of every student, and something of twenty. */
async function equal(one, other) {
  await eventually("both dashboards show the same", async () => {
    const [first, second] = [await tiles(one), await tiles(other)];
    return Object.keys(first).length >= 20 && JSON.stringify(first) === JSON.stringify(second);
  }, 120);
}

test("a wrong password is said in words; the right one leads to the address that was asked for", async () => {
  const context = await browser.newContext({ locale: "en-GB" });
  context.setDefaultTimeout(PATIENCE_MS);
  const page = await context.newPage();
  const complaints = watch(page);
  await page.goto(addressOfClass(system));
  await fillSignIn(page, system.env.CELL_MONITOR_TEACHER, "not the password");
  await page.getByRole("alert").getByText("Name or password is not right.").waitFor();
  await fillSignIn(page, system.env.CELL_MONITOR_TEACHER, system.env.CELL_MONITOR_TEACHER_PASSWORD);
  await live(page);
  assert.equal(page.url(), addressOfClass(system));
  assert.deepEqual(complaints, []);
  await context.close();
});

test("the policy that the browser obeyed allows nothing foreign", async () => {
  const answer = await fetch(addressOfClass(system));
  const policy = answer.headers.get("content-security-policy");
  assert.match(policy, /default-src 'self'/);
  assert.doesNotMatch(policy, /unsafe|\*/);
});

test("signing out in one tab ends the other", () =>
  withPages(1, async ({ page }) => {
    const other = await page.context().newPage();
    await other.goto(addressOfClass(system));
    await live(other);
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.locator("input[name=username]").waitFor();
    await other.locator("input[name=username]").waitFor({ timeout: 90_000 });
    assert.equal(await other.locator(".tile").count(), 0);
  }));

test("the chosen language stays", () =>
  withPages(1, async ({ page }) => {
    await page.getByText("日本語").click();
    await page.getByRole("heading", { name: "対応が必要" }).waitFor();
    await page.reload();
    await live(page);
    assert.equal(await page.getAttribute("html", "lang"), "ja");
  }));

test("an application killed -9 is said, and the page heals by itself with the right data", () =>
  withPages(1, async ({ page }) => {
    process.kill(Number(system.env.CELL_MONITOR_PID), "SIGKILL");
    await page.locator(".live[data-freshness=reconnecting], .live[data-freshness=stale]").first().waitFor();
    assert.match(await page.locator(".live").innerText(), /Reconnecting|Not current since/);
    await eventually("the application answers again", () => system.answers(), 240);
    await live(page, 180);
    await play(2);
    await withPages(1, ({ page: fresh }) => equal(page, fresh));
  }));

test("a dashboard that was offline and one that was frozen equal a fresh one afterwards", () =>
  withPages(2, async ({ page: offline }, { page: frozen }) => {
    const devtools = await frozen.context().newCDPSession(frozen);
    await offline.context().setOffline(true);
    await devtools.send("Page.setWebLifecycleState", { state: "frozen" });
    await play(3);
    await offline.locator(".live:not([data-freshness=live])").waitFor({ timeout: 90_000 });
    await offline.context().setOffline(false);
    await devtools.send("Page.setWebLifecycleState", { state: "active" });
    await live(offline);
    await live(frozen);
    await withPages(1, async ({ page: fresh }) => {
      await equal(offline, fresh);
      await equal(frozen, fresh);
    });
  }));

test("the dashboard's own look at an application finds nothing: console, policy, accessibility", async () => {
  const child = spawn("npx", ["vitest", "run", "--config", "e2e/vitest.config.ts", "e2e/application"], {
    cwd: path.join(project, "dashboard"),
    env: { ...process.env, ...system.env },
  });
  let printed = "";
  child.stdout.on("data", (chunk) => (printed += chunk));
  child.stderr.on("data", (chunk) => (printed += chunk));
  const [code] = await once(child, "exit");
  assert.equal(code, 0, printed);
});
