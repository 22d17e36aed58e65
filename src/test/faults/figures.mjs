/** What was measured while something was broken, in words for one cell of a table. */
export class Figures {
  constructor(ledger) {
    this.ledger = ledger;
    this.breaks = [];
    this.notes = [];
    this.begun = performance.now();
    this.rowBegins();
  }

  /** From here requests that are not accepted are counted: a class that has just begun meets a cold application. */
  rowBegins() {
    this.unacceptedBefore = { ...this.ledger.unaccepted };
  }

  /** Something is broken from now on. */
  broken() {
    this.breaks.push({ broken: performance.now(), mended: null });
  }

  /** What was broken works again: from here the time to recover is counted. */
  mended() {
    this.breaks.at(-1).mended = performance.now();
  }

  /** How many requests ended so since the row began: "unavailable" (503), "unanswered", "refusedConnections", "timedOut". */
  since(reason) {
    return this.ledger.unaccepted[reason] - this.unacceptedBefore[reason];
  }

  /** One more figure of the row's own. */
  note(text) {
    this.notes.push(text);
  }

  /** `points`: of the time series that was compared; null where there is none. */
  inWords({ stored, caughtUp, points }) {
    const accepted = this.ledger.accepted.filter(({ begun }) => begun >= this.begun);
    const spells = this.breaks.map((one) => ({ ...one, recovered: recovery(one, accepted) }));
    const during = ({ begun, ended }) => spells.some((spell) => ended >= spell.broken && begun <= spell.recovered);
    const last = spells.at(-1)?.recovered ?? this.begun;
    const first = spells[0]?.broken ?? Infinity;
    return [
      ...recoveries(spells),
      `POST ms (p50/p99/max): before ${latency(accepted.filter(({ ended }) => ended < first))}`,
      `during ${latency(accepted.filter(during))}`,
      `after ${latency(accepted.filter(({ begun }) => begun > last))}`,
      `longest wait for a 202 ${seconds(accepted.reduce((most, { ended, intended }) => Math.max(most, ended - intended), 0))}`,
      `503 ${this.since("unavailable")}, unanswered ${this.since("unanswered")}, connections refused ${this.since("refusedConnections")}, timed out ${this.since("timedOut")}`,
      `sent ${this.ledger.sent.size}, acknowledged ${this.ledger.acknowledged.size}, stored ${stored}`,
      `stores had all ${seconds(caughtUp)} after the last acknowledgement`,
      ...(points === null ? [] : [`points in the time series ${points}`]),
      ...this.notes,
    ].join("; ");
  }
}

/** The first acknowledgement of a request that began after the mending, or during a break that stopped nothing. */
function recovery({ broken, mended }, accepted) {
  const from = mended ?? broken;
  return accepted.reduce((first, { begun, ended }) => (begun >= from ? Math.min(first, ended) : first), Infinity);
}

function recoveries(spells) {
  const took = spells.filter(({ mended }) => mended !== null).map(({ mended, recovered }) => recovered - mended).sort((one, other) => one - other);
  if (took.length === 0) return [];
  if (took.length === 1) return [`first 202 ${seconds(took[0])} after it was mended`];
  return [`first 202 after it was mended: median ${seconds(took[took.length >> 1])}, at most ${seconds(took.at(-1))} of ${took.length} times`];
}

function latency(requests) {
  if (requests.length === 0) return "none";
  const sorted = requests.map(({ begun, ended }) => ended - begun).sort((one, other) => one - other);
  const at = (share) => round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]);
  return `${at(0.5)}/${at(0.99)}/${at(1)} of ${sorted.length}`;
}

const round = (milliseconds) => (milliseconds < 10 ? milliseconds.toFixed(1) : milliseconds.toFixed(0));

export const seconds = (milliseconds) => (Number.isFinite(milliseconds) ? `${(milliseconds / 1000).toFixed(2)} s` : "never");
