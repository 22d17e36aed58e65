import type { Help } from '../live/frames'

/** Who asks: those who wait in the order in which they are to be helped, and those whom somebody is helping. */
export interface HelpQueue {
  readonly waiting: readonly Help[]
  readonly taken: readonly Help[]
}

/**
 * The queue in its fair order. `position` is the application's: who has waited longest, of these who was helped least today;
 * until it has said one, by the time of asking.
 */
export function helpQueue(help: Iterable<Help>): HelpQueue {
  const all = [...help].sort(
    (left, right) =>
      (left.position ?? Infinity) - (right.position ?? Infinity) ||
      Date.parse(left.since) - Date.parse(right.since) ||
      left.request.localeCompare(right.request),
  )
  return {
    waiting: all.filter(({ claim }) => claim === null),
    taken: all.filter(({ claim }) => claim !== null),
  }
}

/** When the longest waiting, and the one in the middle, began to wait, ISO 8601; null when nobody does. */
export function waitingTimes(waiting: readonly Help[]): { longest: string; median: string } | null {
  const since = waiting.map((help) => help.since).sort((left, right) => Date.parse(left) - Date.parse(right))
  const [longest] = since
  const median = since[Math.floor((since.length - 1) / 2)]
  return longest === undefined || median === undefined ? null : { longest, median }
}
