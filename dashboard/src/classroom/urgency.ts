import type { Student, StudentState } from '../live/frames'

/** Who needs the teacher first; the smaller the sooner. */
const RANK: Record<StudentState, number> = {
  asking: 0,
  technical: 1,
  stuck: 2,
  failing: 3,
  working: 4,
  away: 5,
  finished: 6,
}

/** The states in the order of need, for counts and legends. */
export const BY_NEED = (Object.keys(RANK) as StudentState[]).sort((left, right) => RANK[left] - RANK[right])

/** States in which somebody should come; the rail lists exactly these. */
export function needsSomebody(state: StudentState): boolean {
  return RANK[state] <= RANK.stuck
}

/**
 * By need: as the server weighs it (`need`, the larger the sooner) where it says so of both; else by state, and within
 * a state whoever has been in it longest comes first.
 */
export function byNeed(left: Student, right: Student): number {
  const weighed = left.need !== null && right.need !== null ? right.need - left.need : 0
  return (
    weighed ||
    RANK[left.state] - RANK[right.state] ||
    instant(left.since) - instant(right.since) ||
    (left.student < right.student ? -1 : 1)
  )
}

/** ISO 8601 as milliseconds; unknown counts as the beginning of time. Fractions differ in length, so text does not sort. */
function instant(time: string | null): number {
  return time === null ? 0 : Date.parse(time)
}
