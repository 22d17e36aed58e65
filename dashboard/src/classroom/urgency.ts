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
 * By need at `now` (server's time, milliseconds): as the server weighs it, where it does; else by state, and within a state
 * whoever has been in it longest comes first.
 */
export function byNeed(now: number): (left: Student, right: Student) => number {
  return (left, right) =>
    weighed(right, now) - weighed(left, now) ||
    RANK[left.state] - RANK[right.state] ||
    instant(left.since) - instant(right.since) ||
    (left.student < right.student ? -1 : 1)
}

function weighed({ need }: Student, now: number): number {
  return need === null ? 0 : Math.max(0, need.weight * (now - instant(need.since)))
}

/** ISO 8601 as milliseconds; unknown counts as the beginning of time. Fractions differ in length, so text does not sort. */
function instant(time: string | null): number {
  return time === null ? 0 : Date.parse(time)
}
