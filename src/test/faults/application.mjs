/** The packaged application as a process of its own, started again as a supervisor would. */
import { setTimeout as sleep } from "node:timers/promises";
import { eventually } from "../end-to-end/running-system.mjs";
import { Program } from "./program.mjs";

export class Application extends Program {
  /** `settings`: CELL_MONITOR_* without ports. `before`: a command in front of it, as a library of another clock. */
  constructor(log, { port, managementPort, settings, before = [] }) {
    super("application", log);
    this.port = port;
    this.managementPort = managementPort;
    this.settings = settings;
    this.before = before;
    this.command = JSON.parse(process.env.CELL_MONITOR_FAULTS_APPLICATION);
  }

  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it until it is ready: what ends while it starts is started again. */
  async start(seconds = 300) {
    const end = Date.now() + seconds * 1000;
    for (;;) {
      this.launchOnce();
      const ready = await this.#readyOrEnded(end);
      if (ready) return;
      if (Date.now() > end) throw new Error(`the application does not start; see ${this.log}`);
      await sleep(500);
    }
  }

  /** Starts its process and does not wait. */
  launchOnce() {
    const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith("CELL_MONITOR_"));
    this.launch([...this.before, ...this.command], {
      ...Object.fromEntries(inherited),
      ...this.settings,
      CELL_MONITOR_PORT: String(this.port),
      CELL_MONITOR_MANAGEMENT_PORT: String(this.managementPort),
    });
  }

  async #readyOrEnded(end) {
    while (this.alive && Date.now() < end) {
      if (await this.ready()) return true;
      await sleep(50);
    }
    return false;
  }

  async ready() {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.managementPort}/q/health/ready`, { signal: AbortSignal.timeout(2000) });
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** A metric's value, summed over its labels; 0 when it is not there. */
  async metric(name) {
    const text = await (await fetch(`http://127.0.0.1:${this.managementPort}/q/metrics`)).text();
    const lines = text.split("\n").filter((line) => line.startsWith(`${name}{`) || line.startsWith(`${name} `));
    return lines.reduce((sum, line) => sum + Number(line.split(" ").at(-1)), 0);
  }

  async awaitReady(seconds = 120) {
    await eventually("the application is ready", () => this.ready(), seconds);
  }
}
