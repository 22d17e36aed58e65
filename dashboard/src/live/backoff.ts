const FIRST_MS = 500
/** The page of a class that goes on: an instance that is back is seen within seconds, however long it was away. */
const CAP_MS = 5_000

/**
 * How long to wait before attempt `attempt` (0 is the first retry): doubling, capped, with half of it random so that
 * 50 dashboards do not come back in the same instant. It goes on for as long as the class is on screen.
 */
export function retryDelay(attempt: number, random: () => number = Math.random): number {
  const ceiling = Math.min(CAP_MS, FIRST_MS * 2 ** Math.min(attempt, 10))
  return ceiling / 2 + (ceiling / 2) * random()
}
