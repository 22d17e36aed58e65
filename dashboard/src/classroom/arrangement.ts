import type { Student } from '../live/frames'
import { heldTiles, RESORT_EVERY_MS, sortedTiles, type Choice } from './tile-order'

/** The order on screen, what was chosen for it, and when it last moved (server's time, milliseconds). */
export interface Settled<C> {
  readonly choice: C | null
  readonly order: readonly string[]
  readonly movedAt: number
}
export type Arrangement = Settled<Choice>

export const NO_ARRANGEMENT: Settled<never> = { choice: null, order: [], movedAt: 0 }

/**
 * The next arrangement: at once when the teacher chose differently; else tiles stay while `held` and move at most every
 * few seconds. The same object when nothing moves.
 */
export function arrange(
  before: Arrangement,
  students: ReadonlyMap<string, Student>,
  choice: Choice,
  held: boolean,
  now: number,
): Arrangement {
  return settle(before, sortedTiles(students.values(), choice, now), choice, same, held, now)
}

/** The order `wanted` for a choice, let in as `arrange` says. */
export function settle<C>(
  before: Settled<C>,
  wanted: readonly string[],
  choice: C,
  same: (left: C, right: C) => boolean,
  held: boolean,
  now: number,
): Settled<C> {
  const sameChoice = before.choice !== null && same(before.choice, choice)
  if (!sameChoice || before.order.length === 0) {
    return sameChoice && wanted.length === 0 ? before : { choice, order: wanted, movedAt: now }
  }
  // Time may jump back, when the server's first status corrects this computer's clock: nobody waits until that is made up for.
  if (held || Math.abs(now - before.movedAt) < RESORT_EVERY_MS) {
    const order = heldTiles(before.order, wanted)
    return order === before.order ? before : { ...before, order }
  }
  const unmoved =
    wanted.length === before.order.length && wanted.every((key, place) => key === before.order[place])
  return unmoved ? before : { choice, order: wanted, movedAt: now }
}

function same(left: Choice, right: Choice): boolean {
  return (
    left.sort === right.sort &&
    left.search === right.search &&
    left.state === right.state &&
    left.language === right.language &&
    left.people === right.people
  )
}
