import pRetry, { AbortError, type Options } from 'p-retry';
import type { LearningEvent } from '../event/event';
import { countFitting, EventQueue } from './eventQueue';
import type { Outcome } from './outcome';

/** Sends one batch once. Never rejects: what goes wrong is an outcome. */
export type Transport = (
  events: readonly LearningEvent[],
  leaving: boolean
) => Promise<Outcome>;

/**
 * Browsers let a page that closes send 64 KiB of bytes; a character is up to three.
 */
const LEAVING_CHARACTERS = 20_000;

const PATIENCE: Options = {
  retries: 6,
  minTimeout: 500,
  maxTimeout: 15_000,
  factor: 2,
  randomize: true
};

/**
 * Sends events in the order in which they were made, one request at a time. What
 * cannot be delivered after some tries is reported by its number, never by its
 * content.
 */
export class EventSender {
  private readonly queue = new EventQueue();
  private underWay: LearningEvent[] = [];
  private running = false;

  constructor(
    private readonly transport: Transport,
    private readonly report: (problem: string) => void,
    private readonly patience: Options = PATIENCE
  ) {}

  /** Sends an event as soon as those before it are through; returns at once. */
  send(event: LearningEvent): void {
    const lost = this.queue.add(event);
    if (lost > 0) {
      this.report(`${lost} event(s) dropped: too many are waiting`);
    }
    if (!this.running) {
      void this.run();
    }
  }

  /**
   * The page closes: everything that is not yet known to have arrived is sent once
   * more in one request that outlives the page; the newest if not all fit. The
   * receiver knows by their ids those that it has already.
   *
   * @param lastEvents - sends what there is to say at the end
   */
  leave(lastEvents: () => void): void {
    const wasRunning = this.running;
    // Holds the last events back for the request that outlives the page.
    this.running = true;
    lastEvents();
    this.running = wasRunning;
    const events = [...this.underWay, ...this.queue.takeAll()].reverse();
    const fitting = events.slice(0, countFitting(events, LEAVING_CHARACTERS));
    if (fitting.length > 0) {
      void this.transport(fitting.reverse(), true);
    }
  }

  private async run(): Promise<void> {
    this.running = true;
    try {
      while (!this.queue.isEmpty) {
        this.underWay = this.queue.takeBatch();
        await this.deliver(this.underWay);
        this.underWay = [];
      }
    } finally {
      this.running = false;
    }
  }

  private async deliver(events: readonly LearningEvent[]): Promise<void> {
    try {
      const rejected = await pRetry(() => this.attempt(events), {
        ...this.patience,
        onFailedAttempt: async ({ error, retriesLeft }) => {
          if (error instanceof Unavailable && retriesLeft > 0) {
            await new Promise(done => setTimeout(done, error.retryAfterMs));
          }
        }
      });
      if (rejected > 0) {
        this.report(`${rejected} of ${events.length} event(s) were rejected`);
      }
    } catch (error) {
      const reason = error instanceof Error ? error.message : 'unknown reason';
      this.report(`${events.length} event(s) were not delivered: ${reason}`);
    }
  }

  private async attempt(events: readonly LearningEvent[]): Promise<number> {
    const outcome = await this.transport(events, false);
    switch (outcome.kind) {
      case 'accepted':
        return outcome.rejected;
      case 'unavailable':
        throw new Unavailable(outcome.reason, outcome.retryAfterMs);
      case 'refused':
        throw new AbortError(outcome.reason);
    }
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
