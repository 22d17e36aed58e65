import type { StoredRun } from './history'

/** A run with the run of the same cell before it, when that is known. */
export interface TimelineEntry {
  readonly run: StoredRun
  readonly before: StoredRun | null
}

/** Whether two runs are of the same cell: by its id, without one by where it stands. */
export function sameCell(left: StoredRun, right: StoredRun): boolean {
  if ((left.notebook ?? null) !== (right.notebook ?? null)) return false
  if (left.cellId != null || right.cellId != null) return left.cellId === right.cellId
  return left.cellIndex != null && left.cellIndex === right.cellIndex
}

/** Runs, newest first, each with the one of its cell before it. */
export function timeline(runs: readonly StoredRun[]): TimelineEntry[] {
  return runs.map((run, place) => ({
    run,
    before: runs.slice(place + 1).find((earlier) => sameCell(earlier, run)) ?? null,
  }))
}

/** Which of a run's words never came: the student chose not to send them, or their client does not. */
export function notSent(run: StoredRun): 'code' | null {
  return run.code == null ? 'code' : null
}

const CUT_PARTS = ['code', 'result', 'traceback', 'errorMessage'] as const

/** The word for a text of which only a part is there. */
export function cutPart(name: string): (typeof CUT_PARTS)[number] | 'other' {
  return CUT_PARTS.find((part) => part === name) ?? 'other'
}
