import type { Student, StudentState } from '../live/frames'
import { BY_NEED } from './urgency'

/** How many students are in each state, in the order of need; states that nobody is in are left out, but for the chosen one. */
export function stateCounts(
  students: Iterable<Student>,
  chosen: StudentState | null = null,
): { state: StudentState; count: number }[] {
  const counts = new Map<StudentState, number>()
  for (const { state } of students) counts.set(state, (counts.get(state) ?? 0) + 1)
  return BY_NEED.flatMap((state) => {
    const count = counts.get(state) ?? 0
    return count === 0 && state !== chosen ? [] : [{ state, count }]
  })
}
