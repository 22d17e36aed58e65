/** Programs that the harness starts and answers for: each is known by its own id, and dies with the harness whatever becomes of that. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { openSync, closeSync, readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";

const isRoot = process.getuid() === 0;

/** The process and all that it has started, itself first. */
export function family(pid) {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim().split(" ").filter(Boolean).map(Number);
    return [pid, ...children.flatMap(family)];
  } catch {
    return [pid];
  }
}

export class Program {
  /** `log`: the file that takes what it prints. `user`: who runs it, where the harness is root. */
  constructor(name, log, user = null) {
    this.name = name;
    this.log = log;
    this.user = user;
    this.child = null;
  }

  /** Starts it; returns at once. `input`: "pipe" for one that ends when nobody can speak to it any more. */
  launch(command, environment = process.env, input = "ignore") {
    const as = this.user && isRoot ? ["--reuid", this.user, "--regid", this.user, "--clear-groups"] : [];
    const output = openSync(this.log, "a");
    this.child = spawn("setpriv", [...as, "--pdeathsig", "KILL", ...command], {
      stdio: [input, output, output],
      env: environment,
      cwd: "/",
    });
    closeSync(output);
    this.ended = once(this.child, "exit");
    this.ended.catch(() => {});
  }

  get pid() {
    return this.child.pid;
  }

  get alive() {
    return this.child !== null && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Memory that it has in RAM now, in MiB. */
  get resident() {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${this.pid}/status`, "utf8"))[1]) / 1024;
  }

  /** Sends a signal to it alone. */
  signal(name) {
    if (this.alive) process.kill(this.pid, name);
  }

  /** Kills it and all that it has started, at once; resolves when it is gone. */
  async kill() {
    if (!this.alive) return;
    this.killNow();
    await this.ended;
  }

  /** The same without waiting. */
  killNow() {
    if (!this.alive) return;
    const all = family(this.pid);
    all.forEach((pid) => tell(pid, "SIGSTOP"));
    all.forEach((pid) => tell(pid, "SIGKILL"));
  }

  /** Stops it and all that it has started in their tracks: connections stay open and silent. */
  freeze() {
    if (this.alive) family(this.pid).forEach((pid) => tell(pid, "SIGSTOP"));
  }

  /** Lets all of them go on. */
  thaw() {
    if (this.alive) family(this.pid).reverse().forEach((pid) => tell(pid, "SIGCONT"));
  }

  /** Asks it to end with a signal and insists after `seconds`; gives how long it took, in milliseconds. */
  async end(signal = "SIGTERM", seconds = 30) {
    const begun = performance.now();
    this.signal(signal);
    if (this.alive) await Promise.race([this.ended, sleep(seconds * 1000, null, { ref: false })]);
    await this.kill();
    return performance.now() - begun;
  }
}

function tell(pid, signal) {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}
