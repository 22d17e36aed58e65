/**
 * InfluxDB as the application knows it: Debian's 1.6, and in front of it the stand-in that speaks as 2.x does and fails as told. Broken like one
 * program; asked directly, past the stand-in.
 */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { freePort } from "../end-to-end/free-port.mjs";
import { eventually } from "../end-to-end/running-system.mjs";
import { Program } from "./program.mjs";

export const ORGANISATION = "cell-monitor";
const BUCKET = "cell-monitor";

const configuration = (folder, port, backupPort) => `
reporting-disabled = true
bind-address = "127.0.0.1:${backupPort}"
[meta]
dir = "${folder}/meta"
[data]
dir = "${folder}/data"
wal-dir = "${folder}/wal"
query-log-enabled = false
[http]
bind-address = "127.0.0.1:${port}"
log-enabled = false
[monitor]
store-enabled = false
`;

export class InfluxServer {
  /** `log`: gives the file of a program's output. */
  constructor(folder, log, token) {
    this.folder = folder;
    this.token = token;
    this.database = new Program("influxd", log("influxd"));
    this.standIn = new Program("stand-in", log("stand-in"));
    this.command = JSON.parse(process.env.CELL_MONITOR_FAULTS_STAND_IN);
  }

  /** Where the application finds it. */
  get url() {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Starts it (again) on its data and its ports; resolves when it answers. */
  async start() {
    this.port ??= await freePort();
    this.databasePort ??= await freePort();
    mkdirSync(this.folder, { recursive: true });
    const file = path.join(this.folder, "influxdb.conf");
    writeFileSync(file, configuration(this.folder, this.databasePort, await freePort()));
    this.database.launch(["influxd", "-config", file]);
    const words = { influx: `http://127.0.0.1:${this.databasePort}`, port: this.port, token: this.token, org: ORGANISATION };
    const standIn = [...this.command, ...Object.entries(words).map((word) => word.join("="))];
    this.standIn.launch(standIn, process.env, "pipe");
    const answers = async () => (await fetch(`${this.url}/ping`, { signal: AbortSignal.timeout(2000) })).ok;
    await eventually("InfluxDB answers", async () => !this.#alive || (await answers()), 240);
    if (!this.#alive) throw new Error(`InfluxDB does not start; see ${this.database.log}, ${this.standIn.log}`);
  }

  get #alive() {
    return this.database.alive && this.standIn.alive;
  }

  async kill() {
    await Promise.all([this.standIn.kill(), this.database.kill()]);
  }

  killNow() {
    this.standIn.killNow();
    this.database.killNow();
  }

  /** While it is away: all that it ever had is gone. */
  forget() {
    rmSync(this.folder, { recursive: true });
  }

  /** It fails from now on as `words` say (see `io.cellmonitor.influx.Fault`). */
  async fail(words) {
    await this.#tell("PUT", new URLSearchParams(words));
  }

  /** It works again; gives how many requests have failed as told. */
  async recover() {
    const { faults } = await this.#tell("GET");
    await this.#tell("DELETE");
    return faults;
  }

  async #tell(method, body) {
    const answer = await fetch(`${this.url}/stand-in`, { method, body });
    if (!answer.ok) throw new Error(`the stand-in answered ${await answer.text()}`);
    return answer.json();
  }

  /** The rows of one InfluxQL statement, as objects; times are text, for a nanosecond is too small for a number. */
  async ask(statement) {
    const body = new URLSearchParams({ db: BUCKET, q: statement });
    const answer = await fetch(`http://127.0.0.1:${this.databasePort}/query`, { method: "POST", body, signal: AbortSignal.timeout(60_000) });
    const [{ series = [], error }] = (await answer.json()).results;
    if (error) throw new Error(error);
    return series.flatMap(({ columns, values }) => values.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))));
  }

  /** Writes lines of the line protocol past everybody. */
  async write(lines) {
    const answer = await fetch(`http://127.0.0.1:${this.databasePort}/write?db=${BUCKET}`, { method: "POST", body: lines });
    if (!answer.ok) throw new Error(`InfluxDB answered ${await answer.text()}`);
  }
}
