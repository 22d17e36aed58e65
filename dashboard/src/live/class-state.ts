import type { Cell, Delta, Help, Snapshot, Student, StudentFrame } from './frames'

/** What this page knows of a class: the last snapshot with every delta since folded in. */
export interface ClassState {
  /** The stream id at which the rest is true; null before the first snapshot. */
  at: string | null
  class: Snapshot['class'] | null
  readonly students: Map<string, Student>
  readonly cells: Map<string, Cell>
  readonly help: Map<string, Help>
}

export function emptyClassState(): ClassState {
  return { at: null, class: null, students: new Map(), cells: new Map(), help: new Map() }
}

/** A cell is its id; without one, its index. */
export function cellKey(cell: Cell): string {
  return JSON.stringify([cell.student, cell.notebook, cell.cellId ?? cell.cellIndex])
}

/** A snapshot is the whole state, so it replaces what was known whether or not the server calls it a reset. */
export function applySnapshot(state: ClassState, snapshot: Snapshot): void {
  state.students.clear()
  state.cells.clear()
  state.help.clear()
  state.class = snapshot.class
  merge(state, snapshot)
}

/** Folds a delta in; false, and nothing changed, when it does not follow what is known. */
export function applyDelta(state: ClassState, delta: Delta): boolean {
  if (state.at === null || delta.after !== state.at) return false
  merge(state, delta)
  return true
}

/** What a student who still asks may be told. */
const OPEN: ReadonlySet<string> = new Set(['waiting', 'claimed', 'on_my_way'])

function merge(state: ClassState, frame: Snapshot | Delta): void {
  state.at = frame.at
  for (const student of frame.students) {
    state.students.set(student.student, withKnownRuns(student, state.students.get(student.student)))
  }
  for (const cell of frame.cells) state.cells.set(cellKey(cell), cell)
  for (const help of frame.help) {
    if (OPEN.has(help.state)) state.help.set(help.request, help)
    else state.help.delete(help.request)
  }
}

const RECENT_RUNS = 10

function withKnownRuns({ newRunsOnly, ...student }: StudentFrame, known: Student | undefined): Student {
  if (!newRunsOnly) return student
  const runs = [...(known?.recentRuns ?? []), ...student.recentRuns]
  return { ...student, recentRuns: runs.slice(-RECENT_RUNS) }
}
