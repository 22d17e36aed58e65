/** The whole system as a user starts it: `./dev run` on free ports, with a state folder of its own, thrown away at the start. */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, openSync, readFileSync, rmSync } from "node:fs";
import { once } from "node:events";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { signIn } from "./sign-in.mjs";

export const project = path.resolve(import.meta.dirname, "../../..");

/** Reads the shell exports of `.run/env`: { CELL_MONITOR_URL: "...", ... }. */
export function readExports(file) {
  const found = {};
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const match = /^export ([A-Z_]+)=(.*)$/.exec(line.trim());
    if (match) {
      found[match[1]] = match[2].replace(/^'(.*)'$/s, "$1").replace(/^"(.*)"$/s, "$1");
    }
  }
  return found;
}

/** What no waiting mends. */
export class Hopeless extends Error {}

/** Waits until `condition()` answers something true; gives it. Fails after `seconds` with `what`, at once when it is hopeless. */
export async function eventually(what, condition, seconds = 90) {
  const end = Date.now() + seconds * 1000;
  let last;
  while (Date.now() < end) {
    try {
      const answer = await condition();
      if (answer) return answer;
    } catch (failure) {
      if (failure instanceof Hopeless) throw failure;
      last = failure;
    }
    await sleep(100);
  }
  throw new Error(`not within ${seconds} s: ${what}`, { cause: last });
}

export class RunningSystem {
  constructor(folder, process) {
    this.folder = folder;
    this.process = process;
  }

  /** Starts it; resolves when the application answers. `name` tells the state folders of tests apart, `settings` are the application's. */
  static async start(name, settings = {}) {
    const folder = path.join(project, "target", "end-to-end", name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const output = openSync(path.join(folder, "run.log"), "w");
    const child = spawn(path.join(project, "dev"), ["run", "--port", "0"], {
      stdio: ["ignore", output, output],
      env: { ...withoutCellMonitor(process.env), ...settings, CELL_MONITOR_RUN_FOLDER: folder },
    });
    const system = new RunningSystem(folder, child);
    await eventually(
      "./dev run is usable",
      async () => {
        if (child.exitCode !== null) throw new Hopeless(`./dev run ended: ${readFileSync(path.join(folder, "run.log"))}`);
        return existsSync(path.join(folder, "env")) && (await system.answers());
      },
      600,
    );
    return system;
  }

  /** What `.run/env` says now; renewed when a part was started again. */
  get env() {
    return readExports(path.join(this.folder, "env"));
  }

  async answers() {
    const answer = await fetch(`${this.env.CELL_MONITOR_URL}/api/v1/session`, { signal: AbortSignal.timeout(2000) });
    return answer.status === 401;
  }

  /** Signs the demo teacher in; gives the cookie. */
  async signIn() {
    return signIn(this.env);
  }

  /** Runs `./dev <arguments>` against this system and gives what it printed. */
  async dev(...argumentList) {
    const child = spawn(path.join(project, "dev"), argumentList, {
      env: { ...withoutCellMonitor(process.env), CELL_MONITOR_RUN_FOLDER: this.folder },
    });
    let printed = "";
    child.stdout.on("data", (chunk) => (printed += chunk));
    child.stderr.on("data", (chunk) => (printed += chunk));
    const [code] = await once(child, "exit");
    return { code, printed };
  }

  async stop() {
    if (this.process.exitCode === null) {
      this.process.kill("SIGTERM");
      // Without ref: false each file of tests would wait for this limit at its end.
      await Promise.race([once(this.process, "exit"), sleep(60_000, undefined, { ref: false })]);
    }
  }
}

function withoutCellMonitor(environment) {
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !name.startsWith("CELL_MONITOR_")));
}
