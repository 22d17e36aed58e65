import type { LearningEvent } from '../event/event';

/** An event that the page holds, bound to the turn in which it was made: never sent as another's. */
export interface HeldEvent {
  event: LearningEvent;
  /** Nothing while no turn was known. */
  turn: string | undefined;
}

/** How many from the front were made in the same turn as the first. */
export function countOfOneTurn(held: readonly HeldEvent[]): number {
  const end = held.findIndex(({ turn }) => turn !== held[0]?.turn);
  return end === -1 ? held.length : end;
}

/** The same, one list for each turn, in order. */
export function byTurn(held: readonly HeldEvent[]): HeldEvent[][] {
  const groups: HeldEvent[][] = [];
  for (let rest = held; rest.length > 0;) {
    const count = countOfOneTurn(rest);
    groups.push(rest.slice(0, count));
    rest = rest.slice(count);
  }
  return groups;
}
