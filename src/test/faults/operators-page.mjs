/** What docs/operations.md tells an operator to type, done in the words that stand there. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import path from "node:path";
import { createInterface } from "node:readline";
import { project } from "../end-to-end/running-system.mjs";

/** The commands under a heading, one an entry: its indented lines. */
export function commandsUnder(heading) {
  const page = readFileSync(path.join(project, "docs", "operations.md"), "utf8");
  const [, section] = page.split(`\n## ${heading}\n`);
  const lines = section.split(/\n## /)[0].split("\n");
  return lines.filter((line) => line.startsWith("    ")).map((line) => line.trim());
}

/** One shell for all commands of an operator, so that what one of them sets the next ones have. */
export class OperatorShell {
  #answers;

  /** `prelude`: what the operator's own surroundings give (functions, folder). */
  constructor(environment, prelude) {
    this.child = spawn("setpriv", ["--pdeathsig", "KILL", "bash"], { env: environment, stdio: ["pipe", "pipe", "pipe"] });
    this.printed = "";
    this.child.stderr.on("data", (chunk) => (this.printed += chunk));
    this.#answers = createInterface({ input: this.child.stdout })[Symbol.asyncIterator]();
    this.child.stdin.write(`exec 3>&1 1>&2\n${prelude}\n`);
  }

  /** Runs one command to its end; fails as it does, with what was printed. */
  async run(command) {
    this.printed = "";
    this.child.stdin.write(`${command}\necho "$?" >&3\n`);
    const { value: status } = await this.#answers.next();
    if (status !== "0") throw new Error(`«${command}» ended with ${status ?? "its shell"}: ${this.printed}`);
  }

  async close() {
    this.child.stdin.end();
    if (this.child.exitCode === null) await once(this.child, "exit");
  }
}
