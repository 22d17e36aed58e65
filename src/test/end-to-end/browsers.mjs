/** Debian's Chromium, driven by playwright-core. */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Opens a new browser with its own profile; its pages speak Japanese as the class does. */
export async function openBrowser() {
  if (!existsSync(executablePath)) throw new Error("Chromium is missing: install Debian's package «chromium», or set CHROMIUM");
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
      "--disable-component-update", "--disable-sync"],
  });
}
