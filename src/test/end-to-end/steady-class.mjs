/** A class that works at an even pace, for what is measured on screens: everybody goes through one notebook, some fail, some stay where they are. */
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./sent-lesson.mjs";

const TICK_MILLISECONDS = 100;
const MOST_IN_A_BODY = 250;
/** More than that would wait in the application, not in the class. */
const MOST_BODIES_AT_ONCE = 4;
const FAILING = 0.12;
/** One in so many students does not get on: their runs fail. */
const STRUGGLES = 25;
const MISTAKES = [
  { errorName: "NameError", errorMessage: "name 'totl' is not defined" },
  { errorName: "TypeError", errorMessage: "can only concatenate str (not \"int\") to str" },
  { errorName: "KeyError", errorMessage: "'price'" },
];

const cellId = (index) => `00000000-0000-4000-8000-${String(index).padStart(12, "0")}`;

export class SteadyClass {
  /** `url`: the application's, whose open door takes events of the demo class. */
  constructor(url, students, cells) {
    Object.assign(this, { url, students, cells, sent: 0, run: `s${Date.now()}`, stopped: false });
    // Between half of the notebook and its end, as in the second half of a lesson.
    this.places = Array.from({ length: students }, (_, student) => Math.floor(cells / 2) + ((student * 7) % Math.floor(cells / 2)));
  }

  /** Everybody opens the notebook and has run the cells before theirs. */
  async fill() {
    const opened = Array.from({ length: this.cells }, (_, index) => ({ id: cellId(index), type: "code" }));
    const all = [...this.places.keys()].map((student) => this.#event(student, "notebook_opened", { cells: opened }));
    for (let index = 0; index < this.cells; index += 1) {
      this.places.forEach((place, student) => {
        if (index < place && (index + student) % 9 === 0) all.push(this.#ran(student, index, true));
        if (index <= place) all.push(this.#ran(student, index, student % STRUGGLES === 0 && index === place));
      });
    }
    for (let from = 0; from < all.length; from += MOST_IN_A_BODY) await send(this.url, {}, all.slice(from, from + MOST_IN_A_BODY));
    this.sent += all.length;
  }

  /** So many events a second from here on, in a body every tenth of a second (or several), until `stop`. */
  work(rate) {
    this.stopped = false;
    this.working = this.#work(rate);
  }

  async stop() {
    this.stopped = true;
    await this.working;
  }

  async #work(rate) {
    const [begun, before] = [performance.now(), this.sent];
    const underway = new Set();
    while (!this.stopped) {
      const due = Math.floor(((performance.now() - begun) / 1000) * rate) - (this.sent - before);
      // What could not be sent in its time is not made up for: a class does not hurry either.
      for (let left = Math.min(due, rate); left > 0 && underway.size < MOST_BODIES_AT_ONCE; left -= MOST_IN_A_BODY) {
        const events = Array.from({ length: Math.min(left, MOST_IN_A_BODY) }, () => this.#next());
        this.sent += events.length;
        // A refusal or a restart of the application is tried again by the next ticks' events.
        const body = send(this.url, {}, events).catch(() => sleep(TICK_MILLISECONDS)).finally(() => underway.delete(body));
        underway.add(body);
      }
      await sleep(TICK_MILLISECONDS);
    }
    await Promise.all(underway);
  }

  /** One more run of somebody: of the cell they are in, of the next one, or of an earlier one when they are through. */
  #next() {
    const student = Math.floor(Math.random() * this.students);
    const stays = student % STRUGGLES === 0 || Math.random() < 0.7;
    const last = this.cells - 1;
    if (!stays) this.places[student] = this.places[student] < last ? this.places[student] + 1 : last;
    const again = this.places[student] === last && Math.random() < 0.8;
    const index = again ? Math.floor(Math.random() * this.cells) : this.places[student];
    return this.#ran(student, index, student % STRUGGLES === 0 || Math.random() < FAILING);
  }

  #ran(student, index, hasError) {
    const mistake = hasError ? MISTAKES[index % MISTAKES.length] : { result: String(index) };
    const where = { cellId: cellId(index), cellIndex: index, cellType: "code", code: `print(total[${index}])` };
    return this.#event(student, hasError ? "cell_error" : "cell_executed", { ...where, hasError, executionDurationMs: 40, ...mistake });
  }

  #event(student, eventType, fields) {
    const who = { userId: `${this.run}-${student}`, userName: `学生 ${student + 1}`, notebookPath: "lessons/lesson-7.ipynb" };
    return { eventId: crypto.randomUUID(), eventType, ...who, ...fields };
  }
}
