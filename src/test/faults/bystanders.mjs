/** Those who must not notice that a store is broken: whoever sends, readiness, dashboards, and a teacher who asks for the class over time. */
import { setTimeout as sleep } from "node:timers/promises";
import { seconds } from "./figures.mjs";

const EVERY_MS = 2_000;
/** A browser would give up. */
const LONGEST_ANSWER_MS = 30_000;
/** A time series answers as long as it is no more than a minute behind. */
const BEHIND_MS = 65_000;

/** Does `work` while they go on, and says in `play` (what a row's `run` is given) what they noticed. */
export async function unnoticed(play, work) {
  const { system, cookie, clients, figures, expect, expectUndisturbed, expectAllTaken } = play;
  const before = clients.map(({ connections, store }) => ({ connections, seen: store.delays.length }));
  const teacher = new Teacher(system, cookie);
  const asking = teacher.ask();
  await work().finally(() => (teacher.done = true));
  await asking;
  const delays = clients.flatMap(({ store }, index) => store.delays.slice(before[index].seen));
  figures.note(`${teacher.asked} answers from history, the longest after ${seconds(teacher.longest)}`);
  figures.note(`longest way from the log to a dashboard ${seconds(delays.reduce((most, delay) => Math.max(most, delay), 0))}`);
  expectAllTaken("requests got 503");
  expectUndisturbed(teacher.unready === 0, `the application said ${teacher.unready} times that it is not ready`);
  expect(teacher.wrong.size === 0, `history: ${[...teacher.wrong].join(", ")}`);
  expect(clients.every(({ connections }, index) => connections === before[index].connections), "a dashboard lost its connection");
}

/** Asks for the class over time again and again, and whether the application is ready. */
class Teacher {
  constructor(system, cookie) {
    this.system = system;
    this.cookie = cookie;
    this.done = false;
    this.asked = 0;
    this.longest = 0;
    this.unready = 0;
    this.wrong = new Set();
    /** How many runs the class had, as answered: [{ at, runs }]. */
    this.counts = [];
  }

  async ask() {
    while (!this.done) {
      this.#compare(await this.#answer("activity"));
      await this.#answer("error-rate");
      await this.#answer("errors");
      this.unready += Number((await this.#readiness()) === 503);
      await sleep(EVERY_MS);
    }
  }

  async #answer(what) {
    const begun = performance.now();
    const url = `${this.system.env.CELL_MONITOR_URL}/api/v1/classes/${this.system.classId}/${what}`;
    try {
      const answer = await fetch(url, { headers: { cookie: this.cookie }, signal: AbortSignal.timeout(LONGEST_ANSWER_MS) });
      const body = await answer.json();
      if (answer.status !== 200) this.wrong.add(`${what} was answered ${answer.status}`);
      return body;
    } catch (failure) {
      this.wrong.add(`${what} was not answered (${failure.name})`);
      return null;
    } finally {
      this.asked += 1;
      this.longest = Math.max(this.longest, performance.now() - begun);
    }
  }

  /** What was answered a minute ago must be in every later answer. */
  #compare(activity) {
    if (!activity?.rows) return;
    const now = performance.now();
    const runs = activity.rows.reduce((sum, row) => sum + row.runs, 0);
    const known = this.counts.filter(({ at }) => at < now - BEHIND_MS).reduce((most, { runs: then }) => Math.max(most, then), 0);
    if (runs < known) this.wrong.add(`${runs} runs, and ${known} a minute before`);
    this.counts.push({ at: now, runs });
  }

  /** 0 when it did not answer in time: that is a slow machine. */
  async #readiness() {
    const url = `http://127.0.0.1:${this.system.application.managementPort}/q/health/ready`;
    return fetch(url, { signal: AbortSignal.timeout(LONGEST_ANSWER_MS) }).then(({ status }) => status, () => 0);
  }
}
