/** Debian's Redis 7 as production runs it: fsync before each answer, nothing evicted. */
import { execFile } from "node:child_process";
import { readdirSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { eventually } from "../end-to-end/running-system.mjs";
import { Program } from "./program.mjs";

const run = promisify(execFile);

export class RedisServer extends Program {
  /** `settings`: options of redis-server that differ from production's, by name. */
  constructor(folder, log, port, settings = {}) {
    super("redis", log);
    this.folder = folder;
    this.port = port;
    this.settings = { appendonly: "yes", appendfsync: "always", maxmemory: "512mb", "maxmemory-policy": "noeviction", save: "", ...settings };
  }

  /** Starts it (again) on its data; resolves when it has loaded them. */
  async start() {
    const options = Object.entries(this.settings).flatMap(([name, value]) => [`--${name}`, value]);
    this.launch(["redis-server", "--port", String(this.port), "--bind", "127.0.0.1", "--dir", this.folder, ...options]);
    await eventually("Redis answers", async () => (await this.ask("PING")) === "PONG" || !this.alive, 180);
    if (!this.alive) throw new Error(`Redis does not start; see ${this.log}`);
  }

  /** The reply to one command, as JSON values. */
  async ask(...words) {
    const reply = JSON.parse(await this.#say("--json", ...words));
    if (reply?.error) throw new Error(reply.error);
    return reply;
  }

  /** A section of INFO, as the text that it is. */
  info(section) {
    return this.#say("INFO", section);
  }

  async #say(...words) {
    const { stdout } = await run("redis-cli", ["-p", String(this.port), ...words.map(String)], {
      timeout: 20_000,
      maxBuffer: 1 << 28,
    });
    return stdout;
  }

  /** The files of its log on disk, oldest first. */
  get appendFiles() {
    const folder = path.join(this.folder, "appendonlydir");
    return readdirSync(folder)
      .filter((name) => name.endsWith(".incr.aof"))
      .sort((one, other) => Number(one.split(".")[2]) - Number(other.split(".")[2]))
      .map((name) => path.join(folder, name));
  }
}
