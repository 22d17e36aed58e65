import type { LearningEvent } from '../event/event';

/** The most events that wait; the oldest goes when one more comes. */
export const MAXIMUM_WAITING = 1000;

/** The most events in one request, and about their most characters. */
const MAXIMUM_BATCH = 100;
const MAXIMUM_BATCH_CHARACTERS = 250_000;

/** Events that wait to be sent, in order, bounded. */
export class EventQueue {
  private events: LearningEvent[] = [];

  get isEmpty(): boolean {
    return this.events.length === 0;
  }

  /** Adds an event; returns how many old ones had to go for it. */
  add(event: LearningEvent): number {
    this.events.push(event);
    const surplus = Math.max(0, this.events.length - MAXIMUM_WAITING);
    this.events.splice(0, surplus);
    return surplus;
  }

  /** Takes out the oldest events, as many as fit into one request, at least one. */
  takeBatch(): LearningEvent[] {
    const fitting = countFitting(this.events, MAXIMUM_BATCH_CHARACTERS);
    return this.events.splice(0, Math.min(MAXIMUM_BATCH, Math.max(1, fitting)));
  }

  /** Takes out everything. */
  takeAll(): LearningEvent[] {
    return this.events.splice(0);
  }
}

/** How many events from the front fit into so many characters of JSON. */
export function countFitting(
  events: readonly LearningEvent[],
  characters: number
): number {
  let room = characters;
  const end = events.findIndex(event => {
    room -= JSON.stringify(event).length + 1;
    return room < 0;
  });
  return end === -1 ? events.length : end;
}
