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
  /** `settings`: of postgresql.conf, by name. `owner`: the login of the application and the name of its database; without it, the superuser's. */
  constructor(folder, log, port, settings = {}, owner = "postgres") {
    super("postgres", log, "postgres");
    this.folder = folder;
    this.port = port;
    // A check that PostgreSQL plans badly is found in its log.
    this.settings = { max_connections: "200", log_min_duration_statement: "10s", ...settings };
    this.owner = owner;
    /** The superuser's and the owner's. */
    this.password = password;
  }

  /** The superuser's address, straight to the server. */
  get address() {
    return this.#address("postgres", this.owner);
  }

  /** The owner's, as the application is told it. */
  get ownersAddress() {
    return this.#address(this.owner, this.owner);
  }

  #address(login, database) {
    return `postgresql://${login}:${password}@127.0.0.1:${this.port}/${database}`;
  }

  /** A login that may do what docs/operations.md asks for and no more, and its database. */
  async makeOwner() {
    await this.#ask(this.#serversOwn, `create role ${this.owner} login createrole password '${password}'`);
    await this.#ask(this.#serversOwn, `create database ${this.owner} owner ${this.owner}`);
  }

  /** Starts it (again); makes the cluster first where there is none. Resolves when it takes connections. */
  async start() {
    const data = path.join(this.folder, "data");
    if (!existsSync(data)) await this.#make(data);
    const settings = { ...this.settings, listen_addresses: "127.0.0.1", unix_socket_directories: this.folder };
    const options = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    this.launch([`${programs}/postgres`, "-D", data, "-p", String(this.port), ...options]);
    await eventually("PostgreSQL answers", async () => !this.alive || (await this.#ask(this.#serversOwn, "select 1")), 300);
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

  /** The rows of one query of the superuser. */
  async query(text, values = []) {
    return this.#ask(this.address, text, values);
  }

  /** The database that every cluster begins with. */
  get #serversOwn() {
    return this.#address("postgres", "postgres");
  }

  async #ask(address, text, values = []) {
    return withDatabase({ env: { CELL_MONITOR_PG: address } }, async (database) => (await database.query(text, values)).rows);
  }
}
