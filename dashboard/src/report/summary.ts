import type { ReportStudent } from './report'

/** The students of a report in five figures. */
export interface Summary {
  readonly students: number
  /** Who completed every cell. */
  readonly finished: number
  /** Half completed at least so many cells; null without students. */
  readonly medianCompleted: number | null
  readonly runs: number
  readonly errors: number
}

/** Counts only who ran something. */
export function summary(students: readonly ReportStudent[]): Summary {
  const took = students.filter(({ runs }) => runs > 0)
  const completed = took.map((student) => student.completed).sort((left, right) => right - left)
  return {
    students: took.length,
    finished: took.filter(({ completed, total }) => total != null && total > 0 && completed >= total).length,
    medianCompleted: completed[Math.ceil(completed.length / 2) - 1] ?? null,
    runs: took.reduce((sum, { runs }) => sum + runs, 0),
    errors: took.reduce((sum, { errors }) => sum + errors, 0),
  }
}
