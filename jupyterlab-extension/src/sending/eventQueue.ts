import { countOfOneTurn, type HeldEvent } from './heldEvent';

/** The most events that wait; the oldest goes when one more comes. */
export const MAXIMUM_WAITING = 1000;

/** The most characters, about, of the events that wait. */
export const MAXIMUM_CHARACTERS = 8_000_000;

/** The most events in one request, and about their most characters. */
const MAXIMUM_BATCH = 100;
const MAXIMUM_BATCH_CHARACTERS = 250_000;

/** Events that wait to be sent, in order, bounded in number and in memory. */
export class EventQueue {
  private events: HeldEvent[] = [];
  private characters = 0;

  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  /** Adds an event; returns how many old ones had to go for it. */
  add(event: HeldEvent): number {
    this.events.push(event);
    this.characters += weight(event);
    let dropped = 0;
    while (this.isTooFull && this.events.length > 1) {
      this.characters -= weight(this.events.shift() as HeldEvent);
      dropped += 1;
    }
    return dropped;
  }

  /** Takes out the oldest events of one turn, as many as fit into one request, at least one. */
  takeBatch(): HeldEvent[] {
    const fitting = countFitting(this.events, MAXIMUM_BATCH_CHARACTERS);
    const ofOneTurn = countOfOneTurn(this.events);
    return this.take(Math.min(MAXIMUM_BATCH, ofOneTurn, Math.max(1, fitting)));
  }

  /** Takes out everything. */
  takeAll(): HeldEvent[] {
    return this.take(this.events.length);
  }

  private get isTooFull(): boolean {
    return (
      this.events.length > MAXIMUM_WAITING ||
      this.characters > MAXIMUM_CHARACTERS
    );
  }

  private take(count: number): HeldEvent[] {
    const taken = this.events.splice(0, count);
    taken.forEach(event => (this.characters -= weight(event)));
    return taken;
  }
}

/** How many events from the front fit into about so many characters. */
function countFitting(
  events: readonly HeldEvent[],
  characters: number
): number {
  let room = characters;
  const end = events.findIndex(event => {
    room -= weight(event);
    return room < 0;
  });
  return end === -1 ? events.length : end;
}

/** About the characters of an event: of those texts that may be long, and a bit. */
function weight({ event }: HeldEvent): number {
  const { code, result, traceback, cells } = event;
  const texts = [code, result, traceback];
  const list = (cells?.length ?? 0) * 60;
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 500 + list);
}
