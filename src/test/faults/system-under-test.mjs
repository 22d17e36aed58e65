/** PostgreSQL, Redis, InfluxDB and the application of one row, each a process that the row may break. */
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../end-to-end/free-port.mjs";
import { project } from "../end-to-end/running-system.mjs";
import { signIn } from "../end-to-end/sign-in.mjs";
import { Application } from "./application.mjs";
import { InfluxServer, ORGANISATION } from "./influx-server.mjs";
import { PostgresServer } from "./postgres-server.mjs";
import { RedisServer } from "./redis-server.mjs";
import { TcpProxy } from "./tcp-proxy.mjs";

const secret = () => randomBytes(12).toString("hex");

export class SystemUnderTest {
  /**
   * `options`, all optional: `redis` and `postgres` (settings of the servers), `application` (settings CELL_MONITOR_*), `proxies` (a list of
   * "redis" and "postgres": what stands between these and the application), `disks` ({ redis, postgres }: each given the empty data folder,
   * puts a file system there and gives what can `unmount()`), `influx` (true: with an InfluxDB; without it `influx` stays null), `owner` (the
   * application's login in PostgreSQL and its database's name; without it, the superuser's).
   */
  constructor(name, options = {}) {
    this.name = name;
    this.options = options;
    this.logs = path.join(project, "target", "faults", name);
    this.proxies = {};
    this.disks = {};
    this.applications = [];
    /** Further programs of a row, which end with the system. */
    this.others = [];
    this.secrets = { teacher: secret(), writer: secret(), pipeline: secret(), reader: secret(), influx: secret() };
    this.influx = null;
    this.entrance = null;
    this.classId = null;
  }

  static async start(name, options = {}) {
    const system = new SystemUnderTest(name, options);
    process.once("exit", system.sweep);
    try {
      await system.#startAll();
      return system;
    } catch (failure) {
      await system.stop();
      throw failure;
    }
  }

  async #startAll() {
    rmSync(this.logs, { recursive: true, force: true });
    mkdirSync(this.logs, { recursive: true });
    this.folder = mkdtempSync(path.join(tmpdir(), "cell-monitor-faults-"));
    chmodSync(this.folder, 0o755);
    this.redis = new RedisServer(this.#data("redis"), this.log("redis"), await freePort(), this.options.redis);
    this.postgres = new PostgresServer(this.#data("postgres"), this.log("postgres"), await freePort(), this.options.postgres, this.options.owner);
    if (this.options.influx) this.influx = new InfluxServer(path.join(this.folder, "influx"), (program) => this.log(program), this.secrets.influx);
    await Promise.all([this.redis.start(), this.postgres.start(), this.influx?.start()]);
    if (this.options.owner) await this.postgres.makeOwner();
    for (const server of this.options.proxies ?? []) this.proxies[server] = await TcpProxy.open(this[server].port);
    await (await this.newApplication()).start();
    const session = await fetch(`${this.env.CELL_MONITOR_URL}/api/v1/session`, { headers: { cookie: await signIn(this.env) } });
    this.classId = (await session.json()).classes[0].id;
  }

  #data(server) {
    const folder = path.join(this.folder, server);
    mkdirSync(folder);
    this.disks[server] = this.options.disks?.[server]?.(folder);
    return folder;
  }

  log(program) {
    return path.join(this.logs, `${program}.log`);
  }

  /** One more application on the same stores, not started yet. The first is `application`. */
  async newApplication() {
    const number = this.applications.length;
    const application = new Application(this.log(number ? `application-${number + 1}` : "application"), {
      port: await freePort(),
      managementPort: await freePort(),
      settings: this.settings(),
      before: this.options.before ?? [],
    });
    this.applications.push(application);
    return application;
  }

  get application() {
    return this.applications[0];
  }

  /** What an application of this system is told. */
  settings() {
    const postgres = this.postgres.ownersAddress.replace(`:${this.postgres.port}/`, `:${this.proxies.postgres?.port ?? this.postgres.port}/`);
    return {
      CELL_MONITOR_PG: postgres,
      CELL_MONITOR_REDIS: `redis://127.0.0.1:${this.proxies.redis?.port ?? this.redis.port}`,
      CELL_MONITOR_PG_WRITER_PASSWORD: this.secrets.writer,
      CELL_MONITOR_PG_PIPELINE_PASSWORD: this.secrets.pipeline,
      CELL_MONITOR_PG_READER_PASSWORD: this.secrets.reader,
      CELL_MONITOR_DEMO: "true",
      CELL_MONITOR_OPEN_DOOR: "true",
      CELL_MONITOR_TEACHER: "teacher",
      CELL_MONITOR_TEACHER_PASSWORD: this.secrets.teacher,
      CELL_MONITOR_KEYSET: path.join(this.folder, "keyset.json"),
      CELL_MONITOR_TOKEN_KEYS_FILE: path.join(this.folder, "token-keys"),
      ...(this.influx && {
        CELL_MONITOR_INFLUX_URL: this.influx.url,
        CELL_MONITOR_INFLUX_TOKEN: this.secrets.influx,
        CELL_MONITOR_INFLUX_ORG: ORGANISATION,
      }),
      ...this.options.application,
    };
  }

  /** What clients of the end-to-end tests want to know. `entrance`: another address than the first application's. */
  get env() {
    return {
      CELL_MONITOR_URL: this.entrance ?? this.application.url,
      CELL_MONITOR_CLASS: this.classId,
      CELL_MONITOR_PG: this.postgres.address,
      CELL_MONITOR_TEACHER: "teacher",
      CELL_MONITOR_TEACHER_PASSWORD: this.secrets.teacher,
    };
  }

  /** Ends everything; the logs stay in target/faults, the data go. */
  async stop() {
    for (const application of this.applications) {
      application.thaw();
      // Long, for its first end also archives its classes.
      await application.end("SIGTERM", 120);
    }
    for (const server of [this.redis, this.postgres, this.influx]) await server?.kill();
    Object.values(this.proxies).forEach((proxy) => proxy.close());
    process.off("exit", this.sweep);
    this.sweep();
  }

  /** What must not be left behind, at whatever moment the harness ends. */
  sweep = () => {
    for (const program of [...this.others, ...this.applications, this.redis, this.postgres, this.influx]) program?.killNow();
    for (const disk of Object.values(this.disks)) disk?.unmount();
    if (this.folder) rmSync(this.folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  };
}
