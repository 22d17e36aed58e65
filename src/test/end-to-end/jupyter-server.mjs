/** A student's real Jupyter server with the built wheel. Nobody opens a page: what a page would post, the test posts. */
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "./free-port.mjs";
import { eventually, project } from "./running-system.mjs";

const extension = path.join(project, "jupyterlab-extension");
const TOKEN = "a-token-for-tests";

/** Builds the wheel and installs it, where that is to be done. */
export function installExtension() {
  execFileSync(path.join(extension, "scripts/install"), { stdio: ["ignore", "ignore", "inherit"] });
}

export class JupyterServer {
  /** `folder` holds the log, and the student's data unless the environment says where those are. */
  static async start(folder, environment) {
    mkdirSync(folder, { recursive: true });
    const server = new JupyterServer();
    Object.assign(server, { folder, environment, port: await freePort(), taken: 0 });
    await server.startAgain();
    return server;
  }

  /** Starts it on the port and the data that it had. */
  async startAgain() {
    const output = openSync(path.join(this.folder, "jupyter.log"), "a");
    this.process = spawn(
      path.join(extension, ".venv/bin/python"),
      ["-m", "jupyter_server", "--allow-root", "--no-browser", `--ServerApp.port=${this.port}`, "--ServerApp.port_retries=0",
        "--ServerApp.jpserver_extensions={'cell_monitor': True}", `--IdentityProvider.token=${TOKEN}`, `--ServerApp.root_dir=${this.folder}`],
      {
        cwd: this.folder, stdio: ["ignore", output, output],
        env: {
          ...withoutCellMonitor(process.env), JUPYTER_DATA_DIR: path.join(this.folder, "data"), JUPYTER_CONFIG_DIR: path.join(this.folder, "config"),
          JUPYTER_RUNTIME_DIR: path.join(this.folder, "runtime"), ...this.environment,
        },
      },
    );
    await eventually("the Jupyter server answers", async () => (await this.ask("status")).status === 200, 180);
  }

  /** Ends it as a power cut does. */
  async kill() {
    const ended = once(this.process, "exit");
    this.process.kill("SIGKILL");
    await ended;
  }

  async stop() {
    if (this.process.exitCode === null && this.process.signalCode === null) await this.kill();
  }

  /** One of the extension's routes; status 0 while nothing answers. */
  async ask(route, method = "GET", body = undefined) {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.port}/cell-monitor${route && `/${route}`}`, {
        method, signal: AbortSignal.timeout(20_000),
        headers: { authorization: `token ${TOKEN}`, "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      return { status: answer.status, content: await answer.json() };
    } catch {
      return { status: 0, content: null };
    }
  }

  /** The student reads the notice and joins the class. */
  async join(joinCode, studentNumber, name) {
    for (const [route, method, body] of [
      ["choice", "PUT", { notice_seen: true }],
      ["identity", "POST", { join_code: joinCode, student_number: studentNumber, name }],
    ]) {
      const { status, content } = await this.ask(route, method, body);
      if (status !== 200) throw new Error(`${route} answered ${status}: ${JSON.stringify(content)}`);
    }
  }

  /** Posts events as a page does: in order, each again until it is taken. Gives how often it had to try again. */
  async post(batches) {
    let again = 0;
    for (const events of batches) {
      for (;;) {
        const { status, content } = await this.ask("", "POST", events);
        if (status === 202 && content.status === "spooled") {
          this.taken += events.length;
          break;
        }
        if (status !== 0 && status !== 507) throw new Error(`events answered ${status}: ${JSON.stringify(content)}`);
        again += 1;
        await sleep(100);
      }
    }
    return again;
  }

  async waiting() {
    return (await this.ask("status")).content?.waiting;
  }
}

function withoutCellMonitor(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("CELL_MONITOR_")));
}
