/** Debian's Chromium, driven by playwright-core. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CELL_MONITOR_CHROMIUM ?? "/usr/bin/chromium";

/** How long a page may take for anything, in milliseconds: on a busy machine a JupyterLab needs a minute. */
export const PATIENCE_MS = 120_000;

/** Opens a new browser with its own profile. */
export async function openBrowser() {
  if (!existsSync(executablePath)) throw new Error("Chromium is missing: install Debian's package «chromium», or set CELL_MONITOR_CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}
