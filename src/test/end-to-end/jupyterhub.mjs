/** A real JupyterHub from PyPI: dummy authenticator, each student's server a process of its own with the built wheel. */
import { execFileSync, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { PATIENCE_MS } from "./browsers.mjs";
import { freePort } from "./free-port.mjs";
import { installExtension } from "./jupyter-server.mjs";
import { eventually, project } from "./running-system.mjs";

const environment = path.join(project, "target/jupyterhub");
const requirements = ["jupyterhub>=5,<7", "jupyterlab>=4,<5", "ipykernel"];

/** Makes the environment with hub, JupyterLab and wheel, unless it is there. */
export function installJupyterHub() {
  installExtension();
  const dist = path.join(project, "jupyterlab-extension/dist");
  const wheel = path.join(dist, readdirSync(dist).find((name) => name.endsWith(".whl")));
  const wanted = createHash("sha256").update(requirements.join()).update(readFileSync(wheel)).digest("hex");
  const stamp = path.join(environment, ".installed");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  const python = path.join(environment, "bin/python");
  const run = (program, ...words) => execFileSync(program, words, { stdio: ["ignore", "ignore", "inherit"] });
  if (!existsSync(python)) run(process.env.PYTHON ?? "python3", "-m", "venv", environment);
  const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check"];
  run(python, ...install, ...requirements, wheel);
  run(python, ...install, "--force-reinstall", "--no-deps", wheel);
  writeFileSync(stamp, wanted);
}

export class JupyterHub {
  /** Free ports first: the application must know where the hub's interface will be. */
  static async at(folder) {
    const hub = new JupyterHub();
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(path.join(folder, "homes"), { recursive: true });
    const ports = [await freePort(), await freePort(), await freePort()];
    [hub.folder, hub.url, hub.hubPort, hub.proxyPort] = [folder, `http://127.0.0.1:${ports[0]}`, ports[1], ports[2]];
    hub.api = `http://127.0.0.1:${hub.hubPort}/hub/api`;
    return hub;
  }

  /** Starts it; students' servers get `variables`. */
  async start(variables) {
    writeFileSync(path.join(this.folder, "jupyterhub_config.py"), this.#configuration(variables));
    const output = openSync(path.join(this.folder, "hub.log"), "a");
    this.process = spawn(path.join(environment, "bin/jupyterhub"), ["-f", "jupyterhub_config.py"], {
      cwd: this.folder, detached: true, stdio: ["ignore", output, output],
      env: { ...process.env, PATH: `${path.join(environment, "bin")}:${process.env.PATH}` },
    });
    await eventually("the JupyterHub answers", async () => {
      if (this.process.exitCode !== null) throw new Error(readFileSync(path.join(this.folder, "hub.log"), "utf8"));
      return (await fetch(`${this.url}/hub/login`, { signal: AbortSignal.timeout(2000) })).ok;
    }, 240);
  }

  /** The home of a student. */
  home(student) {
    return path.join(this.folder, "homes", student);
  }

  /** Signs a student in; gives the page once their JupyterLab is ready and the notice was read. */
  async signIn(browser, student) {
    const page = await (await browser.newContext({ locale: "en-GB" })).newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    await page.goto(`${this.url}/hub/login`);
    await page.locator("#username_input").fill(student);
    await page.locator("#password_input").fill("anything");
    await page.locator("#login_submit").click();
    await page.waitForURL(/\/user\/[^/]+\/lab/);
    await page.waitForFunction(async () => {
      await globalThis.jupyterapp?.restored;
      return globalThis.jupyterapp !== undefined;
    });
    await page.locator(".cm-NoticeDialog .jp-Dialog-footer .jp-mod-accept").click();
    return page;
  }

  async stop() {
    if (this.process && this.process.exitCode === null) {
      const ended = new Promise((done) => this.process.once("exit", done));
      process.kill(-this.process.pid, "SIGTERM");
      const last = setTimeout(() => process.kill(-this.process.pid, "SIGKILL"), 60_000);
      await ended;
      clearTimeout(last);
    }
  }

  #configuration(variables) {
    const proxy = path.join(import.meta.dirname, "node_modules/.bin/configurable-http-proxy");
    return `
c.JupyterHub.bind_url = ${JSON.stringify(this.url)}
c.JupyterHub.hub_port = ${this.hubPort}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:${this.proxyPort}"
c.ConfigurableHTTPProxy.command = ${JSON.stringify(proxy)}
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = ${JSON.stringify(path.join(this.folder, "homes"))} + "/{username}"
c.Spawner.cmd = [${JSON.stringify(path.join(environment, "bin/jupyterhub-singleuser"))}]
c.Spawner.args = ["--allow-root", "--LabApp.expose_app_in_browser=True"]
c.Spawner.default_url = "/lab"
c.Spawner.environment = ${JSON.stringify(variables)}
`;
  }
}
