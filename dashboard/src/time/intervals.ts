import type { ActivityTimeline, ErrorRateTimeline } from './timelines'

/** The figures of one interval of a timeline; `at` is when it begins. */
export interface ActivityPoint {
  readonly at: number
  readonly students: number
  readonly runs: number
}

const MINUTE_MS = 60_000
/** Intervals of a fixed length; days and weeks follow the calendar. */
const LENGTHS: Readonly<Record<string, number>> = {
  PT1M: MINUTE_MS,
  PT5M: 5 * MINUTE_MS,
  PT10M: 10 * MINUTE_MS,
  PT30M: 30 * MINUTE_MS,
  PT1H: 60 * MINUTE_MS,
}

/** Students and runs by interval; one in which nobody ran anything counts as nought. */
export function activityPoints({ rows, from, to, interval }: ActivityTimeline): ActivityPoint[] {
  const byInterval = new Map<number, { students: Set<string>; runs: number }>()
  for (const row of rows) {
    const at = Date.parse(row.interval)
    const known = byInterval.get(at) ?? { students: new Set<string>(), runs: 0 }
    known.students.add(row.student)
    known.runs += row.runs
    byInterval.set(at, known)
  }
  return intervals([...byInterval.keys()], from, to, interval).map((at) => {
    const known = byInterval.get(at)
    return { at, students: known?.students.size ?? 0, runs: known?.runs ?? 0 }
  })
}

/** The share of failed runs over all notebooks by interval; null where nobody ran anything. */
export function errorPoints({ rows, from, to, interval }: ErrorRateTimeline) {
  const byInterval = new Map<number, { failed: number; runs: number }>()
  for (const row of rows) {
    const at = Date.parse(row.interval)
    const known = byInterval.get(at) ?? { failed: 0, runs: 0 }
    known.failed += row.rate * row.runs
    known.runs += row.runs
    byInterval.set(at, known)
  }
  return intervals([...byInterval.keys()], from, to, interval).map((at) => {
    const known = byInterval.get(at)
    return { at, rate: known && known.runs > 0 ? known.failed / known.runs : null }
  })
}

/** From the first interval with figures to the end of the range; those between without any are there too. */
function intervals(known: readonly number[], from: string, to: string, interval: string): number[] {
  const ordered = known.toSorted((left, right) => left - right)
  const length = LENGTHS[interval]
  const [first] = ordered
  if (length === undefined || first === undefined) return ordered
  const begin = Math.min(first, Math.floor(Date.parse(from) / length) * length)
  const end = Date.parse(to)
  return Array.from({ length: Math.ceil((end - begin) / length) }, (_, step) => begin + step * length)
}
