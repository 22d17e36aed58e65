/** What students send, with words planted in it that must be found in no log file. */
import { randomUUID } from "node:crypto";

/** Found in every name, address, line of code, output and error text below. */
export const planted = ["geheim", "秘密"];

/** Numbers in [0, 1), the same for the same seed. (mulberry32) */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** Events of one student, each with an id of its own: mostly runs, some of them failed, now and then a call for help or how far they are. */
export class StudentEvents {
  constructor(number, random) {
    this.number = number;
    this.random = random;
    this.runs = 0;
    this.opened = false;
    this.at = 0;
  }

  /** The next event. No two are of one millisecond, so that student and time tell them apart. */
  next() {
    this.at = Math.max(Date.now(), this.at + 1);
    const event = {
      eventId: randomUUID(),
      eventTime: new Date(this.at).toISOString(),
      emailAddress: `geheim${this.number}@example.ac.jp`,
      userName: `秘密の学生${this.number}`,
      sessionId: `session-${this.number}`,
      notebookPath: "lesson1.ipynb",
    };
    if (!this.opened) {
      this.opened = true;
      return { ...event, eventType: "notebook_opened", cells: Array.from({ length: 12 }, (_, cell) => ({ id: `cell-${cell}`, type: "code" })) };
    }
    const chance = this.random();
    if (chance < 0.01) return { ...event, eventType: "help", metadata: { message: "geheim: 助けて" } };
    if (chance < 0.02) return { ...event, eventType: "help_stop" };
    if (chance < 0.05) return { ...event, eventType: "progress_update", completedCells: Math.floor(this.random() * 13), totalCells: 12 };
    return this.#inSomeDialect({ ...event, ...this.#run() });
  }

  #run() {
    const cell = Math.floor(this.random() * 12);
    const failed = this.random() < 0.2;
    this.runs += 1;
    const error = { errorName: "NameError", errorMessage: `name 'geheim_${cell}' is not defined`, traceback: "geheim in <module>" };
    return {
      eventType: failed ? "cell_error" : "cell_executed",
      cellId: `cell-${cell}`,
      cellIndex: cell,
      cellType: "code",
      code: `geheim_${cell} = ${"x".repeat(Math.floor(this.random() * 400))}`,
      result: failed ? "" : "geheim output",
      hasError: failed,
      ...(failed ? error : {}),
      executionCount: this.runs,
      executionDurationMs: Math.floor(this.random() * 300),
    };
  }

  /** One in twenty comes as older clients send it, one in fifty needs mending. */
  #inSomeDialect(event) {
    const chance = this.random();
    if (chance < 0.05) {
      const { result, hasError, executionDurationMs, eventTime, ...rest } = event;
      return { ...rest, output: result, executionSuccess: !hasError, executionTime: executionDurationMs / 1000, timestamp: eventTime };
    }
    return chance < 0.07 ? { ...event, executionCount: "not a number" } : event;
  }
}

/** What `bodySize` gives on average. */
export const MEAN_BODY_SIZE = 0.6 * 1 + 0.3 * 3.5 + 0.1 * 20;

/** How many events a body has: most bring one, some a few, one in ten what a spool brings that catches up. */
export function bodySize(random) {
  const chance = random();
  if (chance < 0.6) return 1;
  return chance < 0.9 ? 2 + Math.floor(random() * 4) : 10 + Math.floor(random() * 21);
}
