import type { EventType } from '../event/event';

/** The events of a request for help. */
export type HelpEventType = Extract<EventType, 'help' | 'help_stop'>;

/** Where the student asks: the notebook that the events of the request name. */
export interface HelpPlace {
  recordHelp(eventType: HelpEventType): void;
}

/** Milliseconds between two signs that the student still asks. */
export const HEARTBEAT = 10_000;

/**
 * The student's one request for help: `help` at once and again as a heartbeat
 * while it stands, `help_stop` when it ends.
 */
export class HelpRequest {
  private place: HelpPlace | undefined;
  private timer: ReturnType<typeof setInterval> | undefined;

  /** @param changed - is told when help is asked for and when no longer */
  constructor(private readonly changed: () => void) {}

  /** Whether help is asked for. */
  get isOn(): boolean {
    return this.place !== undefined;
  }

  /** Asks for help, or, where it is asked for already, no longer asks. */
  toggle(place: HelpPlace): void {
    if (this.isOn) {
      this.stop();
    } else {
      this.start(place);
    }
  }

  /** The place closes, and with it a request that was made there. */
  closing(place: HelpPlace): void {
    if (this.place === place) {
      this.stop();
    }
  }

  private start(place: HelpPlace): void {
    this.place = place;
    place.recordHelp('help');
    this.timer = setInterval(() => place.recordHelp('help'), HEARTBEAT);
    this.changed();
  }

  private stop(): void {
    clearInterval(this.timer);
    this.place?.recordHelp('help_stop');
    this.place = undefined;
    this.changed();
  }
}
