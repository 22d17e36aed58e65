/**
 * A class that sends from outside, open loop: events happen at their own times, whatever becomes of earlier ones. Each student has a spool, as the
 * extension has: one request at a time, the same ids again until they are acknowledged.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { EventClient } from "./event-client.mjs";
import { MEAN_BODY_SIZE, StudentEvents, bodySize, seeded } from "./student-events.mjs";

const TICK_MS = 20;

export class Load {
  /**
   * `rate`: events a second of all `students` together, may be changed; `again`: the share of bodies that are sent once more although they were
   * acknowledged; `independent`: nobody waits for the others, so that bodies come in bunches (a Poisson process) and not evenly.
   */
  constructor(system, ledger, { students = 50, rate = 200, timeoutMs = 10_000, again = 0.02, seed = 1, independent = false } = {}) {
    this.ledger = ledger;
    this.rate = rate;
    this.independent = independent;
    this.again = again;
    this.random = seeded(seed);
    this.client = new EventClient(system, { outstanding: students, timeoutMs });
    this.students = Array.from({ length: students }, (_, number) => new StudentEvents(number, this.random));
    this.spools = this.students.map(() => ({ bodies: [], sending: false }));
    this.timer = null;
    this.closed = false;
  }

  /** Lets events happen from now on. */
  start() {
    this.due = performance.now();
    this.timer = setInterval(() => this.#happen(), TICK_MS);
  }

  #happen() {
    while (this.due < performance.now()) {
      const number = Math.floor(this.random() * this.students.length);
      const events = Array.from({ length: bodySize(this.random) }, () => this.students[number].next());
      this.spools[number].bodies.push({ events, intended: this.due });
      this.#send(this.spools[number]);
      this.due += (this.#worth(events) / this.rate) * 1000;
    }
  }

  /** How many events' time goes by until the next body. */
  #worth(events) {
    return this.independent ? -Math.log(1 - this.random()) * MEAN_BODY_SIZE : events.length;
  }

  async #send(spool) {
    if (spool.sending) return;
    spool.sending = true;
    while (spool.bodies.length > 0 && !this.closed) {
      const body = spool.bodies[0];
      await this.#untilAcknowledged(body);
      spool.bodies.shift();
      if (this.random() < this.again) await this.#once(body);
    }
    spool.sending = false;
  }

  async #untilAcknowledged(body) {
    for (let tried = 0; !this.closed; tried++) {
      const { outcome, retryAfter } = await this.#once(body);
      if (outcome === "accepted") return;
      const pause = retryAfter ? retryAfter * 1000 : Math.min(2000, 100 * 2 ** Math.min(tried, 10));
      await sleep(pause * (0.75 + Math.random() / 2));
    }
  }

  async #once({ events, intended }) {
    this.ledger.leave(events);
    const begun = performance.now();
    const result = await this.client.post(events);
    if (result.outcome === "accepted") this.ledger.accept(events, result.answer, begun, intended);
    else this.ledger.fail(result.outcome);
    return result;
  }

  /** Bodies that wait for their acknowledgement. */
  get waiting() {
    return this.spools.reduce((sum, spool) => sum + spool.bodies.length, 0);
  }

  /** No more events happen; resolves when all are acknowledged, or when none was for `patience` seconds. May be started again. */
  async stop(patience = 60) {
    clearInterval(this.timer);
    let heard = { size: this.ledger.acknowledged.size, at: Date.now() };
    while (this.spools.some((spool) => spool.sending) && Date.now() < heard.at + patience * 1000) {
      await sleep(50);
      const { size } = this.ledger.acknowledged;
      if (size > heard.size) heard = { size, at: Date.now() };
    }
  }

  /** Gives up what is left. */
  close() {
    clearInterval(this.timer);
    this.closed = true;
    this.client.close();
  }
}
