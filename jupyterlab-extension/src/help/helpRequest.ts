import { Signal } from '@lumino/signaling';
import type { EventType } from '../event/event';
import type { HelpNews } from '../server/answers';

/** The events of a request for help. */
export type HelpEventType = Extract<EventType, 'help' | 'help_stop'>;

/** Where the student asks: the notebook, and the cell, that the events name. */
export interface HelpPlace {
  recordHere(eventType: HelpEventType, metadata?: { message: string }): void;
}

/** The least milliseconds between two signs that the student still asks. */
export const HEARTBEAT = 25_000;

/** Milliseconds that a withdrawal may take to be known everywhere. */
const WITHDRAWAL = 15_000;

/** The most code points of what a student writes with it. */
export const MAXIMUM_MESSAGE = 500;

/** How a request for help stands; `sending`: no teacher can see it yet. */
export type HelpState = 'off' | 'sending' | HelpNews['state'];

/**
 * The student's one request for help. What the application says of it is the
 * truth; what was asked here stands until the application has heard of it. While
 * it stands, a sign of life goes with each poll for news, for timers rest in pages
 * that are not seen; a browser that is closed lets the request lapse.
 */
export class HelpRequest {
  /** Emitted when the request stands another way. */
  readonly changed = new Signal<this, void>(this);
  private place: HelpPlace | undefined;
  private heard: HelpNews | null = null;
  private confirmed = false;
  private saidAt = 0;
  private withdrawnAt = Number.NEGATIVE_INFINITY;

  /** @param here - where the student is now */
  constructor(private readonly here: () => HelpPlace) {}

  get state(): HelpState {
    if (this.heard !== null && (this.confirmed || this.place === undefined)) {
      return this.heard.state;
    }
    return this.place === undefined ? 'off' : 'sending';
  }

  /** Whether help is asked for. */
  get isOn(): boolean {
    return this.state !== 'off' && this.state !== 'resolved';
  }

  /** What the application says of it. */
  get news(): HelpNews | null {
    return this.isOn && this.state === 'sending' ? null : this.heard;
  }

  /** Asks for help, with a line of text or an empty one. */
  ask(message: string): void {
    this.heard = null;
    this.confirmed = false;
    this.place = this.here();
    this.saidAt = Date.now();
    const text = Array.from(message.trim()).slice(0, MAXIMUM_MESSAGE).join('');
    this.place.recordHere('help', text === '' ? undefined : { message: text });
    this.changed.emit();
  }

  /** No longer asks. */
  withdraw(): void {
    if (this.isOn) {
      (this.place ?? this.here()).recordHere('help_stop');
      this.withdrawnAt = Date.now();
      this.forget();
    }
  }

  /** Forgets it without a word, which would be in the name of whoever is the student now. */
  forget(): void {
    this.place = undefined;
    this.heard = null;
    this.confirmed = false;
    this.changed.emit();
  }

  /** The place closes, and with it a request that was made there. */
  closing(place: HelpPlace): void {
    if (this.place === place && this.isOn) {
      this.withdraw();
    }
  }

  /** The application says how the request stands; `null`: there is none. */
  hear(news: HelpNews | null): void {
    const isOver = news === null || news.state === 'resolved';
    if (isOver ? this.isUnheard : this.isJustWithdrawn) {
      return;
    }
    if (isOver && this.place !== undefined && news !== null) {
      // Else asking again would pass for a sign of life of the old request.
      this.place.recordHere('help_stop');
    }
    this.confirmed = !isOver;
    this.place = isOver ? undefined : this.place;
    this.heard = news;
    this.changed.emit();
  }

  /** Gives a sign of life, if it is time for one. */
  beat(): void {
    if (this.isOn && Date.now() - this.saidAt >= HEARTBEAT) {
      this.saidAt = Date.now();
      (this.place ?? this.here()).recordHere('help');
    }
  }

  /** Whether no teacher can know yet of what was asked here. */
  private get isUnheard(): boolean {
    return this.place !== undefined && !this.confirmed;
  }

  private get isJustWithdrawn(): boolean {
    const since = Date.now() - this.withdrawnAt;
    return this.place === undefined && since < WITHDRAWAL;
  }
}
