/** What was sent and what was acknowledged, event by event, and what became of each request. */
export class Ledger {
  constructor() {
    /** Event ids that left, whether an answer came or not. */
    this.sent = new Set();
    this.acknowledged = new Set();
    /** What no answer may say: refusals of good events, ids that nobody sent. */
    this.faults = [];
    /** Accepted requests: when they began and ended, and when their events happened, in ms of one clock. */
    this.accepted = [];
    /** How many requests ended without being accepted, by reason. */
    this.unaccepted = { unavailable: 0, unanswered: 0, refusedConnections: 0, timedOut: 0 };
    /** When each 503 came. */
    this.unavailableAt = [];
  }

  leave(events) {
    events.forEach(({ eventId }) => this.sent.add(eventId));
  }

  /** A 202 and what it says. */
  accept(events, answer, begun, intended) {
    const ids = answer.event_ids ?? [answer.event_id];
    const own = new Set(events.map(({ eventId }) => eventId));
    for (const id of ids) {
      if (own.has(id)) this.acknowledged.add(id);
      else this.faults.push(`an answer names ${id}, which was not in its request`);
    }
    if (answer.rejected?.length) this.faults.push(`a good event was rejected: ${answer.rejected[0].reason}`);
    this.accepted.push({ begun, ended: performance.now(), intended });
  }

  /** A request that was answered otherwise, or not at all. */
  fail(reason) {
    if (reason in this.unaccepted) this.unaccepted[reason] += 1;
    else this.faults.push(`a good request was answered ${reason}`);
    if (reason === "unavailable") this.unavailableAt.push(performance.now());
  }

  /** Events that left and were never acknowledged. */
  get open() {
    return this.sent.size - this.acknowledged.size;
  }
}
