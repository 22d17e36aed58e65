/** Debian's PostgreSQL 15 with fsync as production runs it. It refuses to be root, so root starts it as `postgres`. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { promisify } from "node:util";
import { withDatabase } from "../end-to-end/aggregates.mjs";
import { eventually } from "../end-to-end/running-system.mjs";
import { Program } from "./program.mjs";

const run = promisify(execFile);
const programs = "/usr/lib/postgresql/15/bin";
const password = "postgres";

export class PostgresServer extends Program {
  /** `settings`: of postgresql.conf, by name. */
  constructor(folder, log, port, settings = {}) {
    super("postgres", log, "postgres");
    this.folder = folder;
    this.port = port;
    this.settings = { max_connections: "200", ...settings };
  }

  /** The owner's address, straight to the server. */
  get address() {
    return `postgresql://postgres:${password}@127.0.0.1:${this.port}/postgres`;
  }

  /** Starts it (again); makes the cluster first where there is none. Resolves when it takes connections. */
  async start() {
    const data = path.join(this.folder, "data");
    if (!existsSync(data)) await this.#make(data);
    const settings = { ...this.settings, listen_addresses: "127.0.0.1", unix_socket_directories: this.folder };
    const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.launch([`${programs}/postgres`, "-D", data, "-p", String(this.port), ...options]);
    await eventually("PostgreSQL answers", async () => !this.alive || (await this.query("select 1")), 300);
    if (!this.alive) throw new Error(`PostgreSQL does not start; see ${this.log}`);
  }

  async #make(data) {
    mkdirSync(this.folder, { recursive: true });
    const secret = path.join(this.folder, "password");
    writeFileSync(secret, password);
    if (process.getuid() === 0) await run("chown", ["-R", "postgres", this.folder]);
    const command = [`${programs}/initdb`, "-D", data, "-U", "postgres", "-A", "scram-sha-256", `--pwfile=${secret}`, "-E", "UTF8"];
    const as = process.getuid() === 0 ? ["runuser", "-u", "postgres", "--"] : [];
    const [program, ...rest] = [...as, ...command];
    await run(program, rest, { cwd: "/", timeout: 300_000 });
  }

  /** The rows of one query of the owner. */
  async query(text, values = []) {
    return withDatabase({ env: { CELL_MONITOR_PG: this.address } }, async (database) => (await database.query(text, values)).rows);
  }
}
