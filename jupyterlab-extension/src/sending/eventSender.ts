import pRetry, { AbortError, type Options } from 'p-retry';
import { createEvent, type LearningEvent } from '../event/event';
import { EventQueue } from './eventQueue';
import { byTurn, type HeldEvent } from './heldEvent';
import { newestFitting } from './newestFitting';
import type { Outcome } from '../server/outcome';

/** Sends one batch of one turn once. Never rejects: what goes wrong is an outcome. */
export type Transport = (
  events: readonly LearningEvent[],
  turn: string | undefined,
  leaving: boolean
) => Promise<Outcome>;

/** Is told how the sending goes; nothing that a student wrote. */
export interface SendingListener {
  /** A batch is through; `withheld`: the student's choice kept it back. */
  delivered(withheld: boolean): void;
  /** A batch is not through yet and will be tried again. */
  delayed(reason: string): void;
  /** So many events are lost. */
  lost(count: number, reason: string): void;
}

/** Browsers let a page that closes send 64 KiB; some is for what it says beside. */
const LEAVING_BYTES = 60_000;

/** Ends only with the page or when the bounded queue overflows. */
const PATIENCE: Options = {
  retries: Number.POSITIVE_INFINITY,
  minTimeout: 500,
  maxTimeout: 60_000,
  factor: 2,
  randomize: true
};

/** Milliseconds for which events gather: a run and what follows it are one request. */
const GATHERING = 100;

/**
 * Hands events to the server extension in the order in which they were made, one
 * request at a time, until it has them on its disk.
 */
export class EventSender {
  private readonly queue = new EventQueue();
  private underWay: HeldEvent[] = [];
  private running = false;
  private dropped = 0;
  private turn: string | undefined;

  constructor(
    private readonly transport: Transport,
    private readonly listener: SendingListener,
    private readonly patience: Options = PATIENCE,
    private readonly gathering = GATHERING
  ) {}

  /**
   * Sends an event as soon as those before it are through; returns at once.
   *
   * @param turn - in which it was made; in another's it is not taken
   */
  send(event: LearningEvent, turn: string | undefined): void {
    this.turn = turn;
    const lost = this.queue.add({ event, turn });
    if (lost > 0) {
      this.dropped += lost;
      this.listener.lost(lost, 'too many are waiting');
    }
    if (!this.running) {
      void this.run();
    }
  }

  /**
   * The page closes: everything that is not yet known to have arrived is sent once
   * more in a request for each turn that outlives the page; the newest if not all fit, and how
   * many did not. The receiver knows by their ids those that it has already.
   *
   * @param lastEvents - sends what there is to say at the end
   */
  leave(lastEvents: () => void): void {
    const wasRunning = this.running;
    // Holds the last events back for the request that outlives the page.
    this.running = true;
    lastEvents();
    this.running = wasRunning;
    const events = [...this.underWay, ...this.queue.takeAll()];
    const fitting = newestFitting(events, LEAVING_BYTES);
    // What is under way may well arrive.
    const rest = events.slice(this.underWay.length);
    const count = rest.filter(held => !fitting.includes(held)).length;
    if (count > 0) {
      fitting.push(this.tellingOf(count));
    }
    byTurn(fitting).forEach(group => void this.post(group, true));
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      if (this.gathering > 0) {
        await new Promise(done => setTimeout(done, this.gathering));
      }
      while (!this.queue.isEmpty) {
        this.underWay = this.queue.takeBatch();
        await this.deliver(this.underWay);
        this.underWay = [];
        this.tellDropped();
      }
    } finally {
      this.running = false;
    }
  }

  private async deliver(events: readonly HeldEvent[]): Promise<void> {
    try {
      const withheld = await pRetry(() => this.attempt(events), {
        ...this.patience,
        onFailedAttempt: async ({ error }) => {
          if (error instanceof Unavailable) {
            this.listener.delayed(error.message);
            await new Promise(done => setTimeout(done, error.retryAfterMs));
          }
        }
      });
      this.listener.delivered(withheld);
    } catch (error) {
      await this.isolate(events, error);
    }
  }

  /** One bad event must not cost the good ones that were sent with it. */
  private async isolate(
    events: readonly HeldEvent[],
    error: unknown
  ): Promise<void> {
    if (events.length === 1) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      this.listener.lost(1, reason);
      return;
    }
    for (const event of events) {
      await this.deliver([event]);
    }
  }

  /** Resolves to whether the batch was withheld. */
  private async attempt(events: readonly HeldEvent[]): Promise<boolean> {
    const outcome = await this.post(events, false);
    switch (outcome.kind) {
      case 'spooled':
        return false;
      case 'withheld':
        return true;
      case 'unavailable':
        throw new Unavailable(outcome.reason, outcome.retryAfterMs);
      case 'refused':
        throw new AbortError(outcome.reason);
    }
  }

  private post(held: readonly HeldEvent[], leaving: boolean): Promise<Outcome> {
    const events = held.map(({ event }) => event);
    return this.transport(events, held[0]?.turn, leaving);
  }

  private tellDropped(): void {
    if (this.dropped > 0) {
      this.queue.add(this.tellingOf(this.dropped));
      this.dropped = 0;
    }
  }

  private tellingOf(count: number): HeldEvent {
    const event = createEvent('client_dropped', { metadata: { count } });
    return { event, turn: this.turn };
  }
}

class Unavailable extends Error {
  constructor(
    reason: string,
    readonly retryAfterMs: number
  ) {
    super(reason);
  }
}
