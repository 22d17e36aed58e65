/** A real JupyterLab with the built wheel (`./dev lab`), and a student in front of it. */
import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync } from "node:fs";
import path from "node:path";
import { PATIENCE_MS } from "./browsers.mjs";
import { freePort } from "./free-port.mjs";
import { eventually, project } from "./running-system.mjs";

export class JupyterLab {
  /** Starts one for `student` in a new folder that holds the notebook of the project. */
  static async start(system, student) {
    const lab = new JupyterLab();
    lab.folder = path.join(system.folder, "notebooks");
    mkdirSync(lab.folder, { recursive: true });
    copyFileSync(path.join(project, "jupyterlab-extension/examples/first-light.ipynb"), path.join(lab.folder, "first-light.ipynb"));
    const port = await freePort();
    lab.output = "";
    lab.process = spawn(
      path.join(project, "jupyterlab-extension/lab"),
      [lab.folder, "--no-browser", `--port=${port}`, "--LabApp.expose_app_in_browser=True"],
      { detached: true, env: { ...process.env, ...system.env, CELL_MONITOR_STUDENT: student, CELL_MONITOR_LAB_HOME: path.join(system.folder, "lab") } },
    );
    for (const stream of [lab.process.stdout, lab.process.stderr]) stream.on("data", (data) => (lab.output += data));
    const token = await eventually("JupyterLab is up", () => new RegExp(`:${port}/lab\\?token=([0-9a-f]+)`).exec(lab.output)?.[1], 240);
    lab.address = `http://127.0.0.1:${port}/lab?token=${token}`;
    return lab;
  }

  /** Opens it in `browser`; gives the page once JupyterLab is ready and the notice was read. */
  async open(browser) {
    const page = await browser.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(this.address);
    await page.waitForFunction(() => globalThis.jupyterapp !== undefined);
    await page.evaluate(() => globalThis.jupyterapp.restored);
    await page.locator(".cm-NoticeDialog .jp-Dialog-footer .jp-mod-accept").click();
    return page;
  }

  async stop() {
    if (this.process.exitCode === null) process.kill(-this.process.pid, "SIGTERM");
  }
}

/** Opens a notebook and waits for its kernel. */
export async function openNotebook(page, name) {
  await page.evaluate((file) => void globalThis.jupyterapp.commands.execute("docmanager:open", { path: file, factory: "Notebook" }), name);
  await page.waitForFunction((wanted) => {
    const context = globalThis.jupyterapp.shell.currentWidget?.context;
    return context?.path === wanted && context.sessionContext?.session?.kernel?.status === "idle";
  }, name);
}

/** Runs one of JupyterLab's commands without waiting for its end. */
export async function command(page, id) {
  await page.evaluate((name) => void globalThis.jupyterapp.commands.execute(name), id);
}
