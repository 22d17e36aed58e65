/** A dashboard without a screen: builds the state of a class from snapshot and deltas, and checks that the sequence has no gap. */
import WebSocket from "ws";
import { eventually } from "./running-system.mjs";

const cellKey = (cell) => `${cell.student} ${cell.notebook ?? ""} ${cell.cellId ?? cell.cellIndex}`;

export class FrameStore {
  constructor() {
    this.students = new Map();
    this.cells = new Map();
    this.help = new Map();
    this.at = null;
    this.seen = new Set();
    this.faults = [];
    this.snapshots = 0;
    this.frames = 0;
    this.delays = [];
    this.byes = [];
  }

  apply(frame) {
    this.frames += 1;
    if (frame.type === "snapshot") this.#snapshot(frame);
    if (frame.type === "delta") this.#delta(frame);
    if (frame.type === "bye") this.byes.push(frame.reason);
  }

  #snapshot(frame) {
    this.snapshots += 1;
    this.at = frame.at;
    this.students = new Map(frame.students.map((student) => [student.student, student]));
    this.cells = new Map(frame.cells.map((cell) => [cellKey(cell), cell]));
    this.help = new Map(frame.help.map((help) => [help.request, help]));
  }

  #delta(frame) {
    if (frame.after !== this.at) this.faults.push(`gap: at ${this.at}, but the delta starts after ${frame.after}`);
    for (const event of frame.events) {
      const key = `${event.student} ${event.eventId}`;
      if (this.seen.has(key)) this.faults.push(`twice: ${key}`);
      this.seen.add(key);
      this.delays.push(Date.now() - Number(event.id.split("-")[0]));
    }
    for (const student of frame.students) this.students.set(student.student, this.#merged(student));
    for (const cell of frame.cells) this.cells.set(cellKey(cell), cell);
    for (const help of frame.help) {
      if (help.state === "waiting") this.help.set(help.request, help);
      else this.help.delete(help.request);
    }
    this.at = frame.at;
  }

  #merged({ newRunsOnly, ...student }) {
    const known = this.students.get(student.student);
    if (!known && (newRunsOnly || !("executions" in student))) this.faults.push(`a part of an unknown student: ${student.student}`);
    if (!newRunsOnly) return { ...known, ...student };
    return { ...known, ...student, recentRuns: [...(known?.recentRuns ?? []), ...student.recentRuns].slice(-10) };
  }

  /** How long events took from the log to this client, in milliseconds, for people to read. */
  delayInWords() {
    const sorted = this.delays.toSorted((one, other) => one - other);
    const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
    return `log -> client ms: p50 ${at(0.5)}, p90 ${at(0.9)}, p99 ${at(0.99)}, max ${at(1)} of ${sorted.length} events`;
  }

  /** What must be equal between two dashboards: everything but what a clock alone changes. */
  state() {
    const facts = ({ student, notebook, cellId, cellIndex, executions, errors, completed, total, recentRuns }) => ({
      student, notebook, cellId, cellIndex, executions, errors, completed, total, recentRuns,
    });
    const sorted = (map, view) => [...map.keys()].sort().map((key) => view(map.get(key)));
    return {
      students: sorted(this.students, facts),
      cells: sorted(this.cells, (cell) => cell),
      help: sorted(this.help, ({ request, student }) => ({ request, student })),
    };
  }
}

/** A connection that feeds a FrameStore and comes back by itself with `after`. */
export class LiveClient {
  constructor(system, cookie) {
    this.system = system;
    this.cookie = cookie;
    this.store = new FrameStore();
    this.closed = false;
    this.connections = 0;
    this.#connect();
  }

  #connect() {
    const { CELL_MONITOR_URL: url, CELL_MONITOR_CLASS: id } = this.system.env;
    this.connections += 1;
    const after = this.store.at ? `&after=${this.store.at}` : "";
    this.socket = new WebSocket(`${url.replace("http", "ws")}/ws/connect?class=${id}${after}`, {
      headers: { cookie: this.cookie, origin: url },
    });
    this.socket.on("message", (data) => this.store.apply(JSON.parse(data)));
    this.socket.on("error", () => {});
    this.socket.on("close", () => {
      if (!this.closed) setTimeout(() => this.#connect(), 500);
    });
  }

  /** Stops reading, as a laptop that sleeps does. */
  suspend() {
    this.socket.pause();
  }

  resume() {
    this.socket.resume();
  }

  async reached(at, seconds = 180) {
    await eventually(`the client reaches ${at}`, () => this.store.at !== null && compare(this.store.at, at) >= 0, seconds);
  }

  close() {
    this.closed = true;
    this.socket.terminate();
  }
}

/** Compares two stream ids. */
export function compare(one, other) {
  const [oneMs, oneSequence] = one.split("-").map(Number);
  const [otherMs, otherSequence] = other.split("-").map(Number);
  return oneMs - otherMs || oneSequence - otherSequence;
}
