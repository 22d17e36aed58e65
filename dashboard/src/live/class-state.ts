import { readCluster, type Cluster, type ClusterChange, type SharedNotebook } from './class-frames'
import {
  readStudent,
  type Cell,
  type Delta,
  type Help,
  type Snapshot,
  type Student,
  type StudentChange,
  type StudentFrame,
} from './frames'

/** One student's cells by `cellKey`. */
export type StudentCells = ReadonlyMap<string, Cell>

/** What this page knows of a class: the last snapshot with every delta since folded in. */
export interface ClassState {
  /** The stream id at which the rest is true; null before the first snapshot. */
  at: string | null
  class: Snapshot['class'] | null
  readonly students: Map<string, Student>
  /** By student. A student whose cells did not change since `takeCells` keeps the same map. */
  readonly cells: Map<string, StudentCells>
  /** Whose maps in `cells` may be written: nobody has seen them yet. */
  readonly writable: Set<string>
  readonly help: Map<string, Help>
  readonly clusters: Map<string, Cluster>
  readonly notebooks: Map<string, SharedNotebook>
}

export function emptyClassState(): ClassState {
  return {
    at: null,
    class: null,
    students: new Map(),
    cells: new Map(),
    writable: new Set(),
    help: new Map(),
    clusters: new Map(),
    notebooks: new Map(),
  }
}

/** A cell of a student is its id; without one, its index. */
export function cellKey(cell: Pick<Cell, 'notebook' | 'cellId' | 'cellIndex'>): string {
  return `${cell.notebook ?? ''} ${cell.cellId ?? cell.cellIndex ?? ''}`
}

/** A snapshot is the whole state, so it replaces what was known whether or not the server calls it a reset. */
export function applySnapshot(state: ClassState, snapshot: Snapshot): void {
  const { students, cells, writable, help, clusters, notebooks } = state
  for (const known of [students, cells, writable, help, clusters, notebooks]) known.clear()
  state.class = snapshot.class
  merge(state, snapshot)
}

/** Folds a delta in; false, and nothing changed, when it does not follow what is known. */
export function applyDelta(state: ClassState, delta: Delta): boolean {
  if (state.at === null || delta.after !== state.at) return false
  const students = delta.students.map((change) => changedStudent(state.students.get(change.student), change))
  const clusters = delta.clusters.map((change) => changedCluster(state.clusters.get(change.cluster), change))
  if (!students.every(isKnown) || !clusters.every(isKnown)) return false
  merge(state, { ...delta, students, clusters })
  return true
}

/** The cells as they are now, which from here on nobody writes to. */
export function takeCells(state: ClassState): ReadonlyMap<string, StudentCells> {
  state.writable.clear()
  return new Map(state.cells)
}

/** What a student who still asks may be told. */
const OPEN: ReadonlySet<string> = new Set(['waiting', 'claimed', 'on_my_way'])

function merge(
  state: ClassState,
  frame: Pick<Snapshot, 'at' | 'students' | 'cells' | 'help' | 'clusters' | 'notebooks'>,
): void {
  state.at = frame.at
  for (const student of frame.students) state.students.set(student.student, withoutMark(student))
  for (const cell of frame.cells) mergeCell(state, cell)
  for (const help of frame.help) {
    if (OPEN.has(help.state)) state.help.set(help.request, help)
    else state.help.delete(help.request)
  }
  for (const cluster of frame.clusters) state.clusters.set(cluster.cluster, cluster)
  for (const notebook of frame.notebooks) state.notebooks.set(notebook.notebook, notebook)
}

function mergeCell(state: ClassState, cell: Cell): void {
  const known = state.cells.get(cell.student)
  const cells = known && state.writable.has(cell.student) ? (known as Map<string, Cell>) : new Map(known)
  cells.set(cellKey(cell), cell)
  state.cells.set(cell.student, cells)
  state.writable.add(cell.student)
}

const RECENT_RUNS = 10

function withoutMark(student: StudentFrame): Student {
  const whole = { ...student }
  delete whole.newRunsOnly
  return whole
}

/** The student as of now; null when only a part of them is told and the rest is not known. */
function changedStudent(known: Student | undefined, change: StudentChange): StudentFrame | null {
  if (known === undefined) return readStudent(change)
  const { newRunsOnly, recentRuns = newRunsOnly ? [] : known.recentRuns } = change
  const runs = newRunsOnly ? [...known.recentRuns, ...recentRuns].slice(-RECENT_RUNS) : recentRuns
  return withMembers<StudentFrame>(known, { ...change, recentRuns: runs })
}

/** The cluster as of now; null when only a part of it is told and the rest is not known. */
function changedCluster(known: Cluster | undefined, change: ClusterChange): Cluster | null {
  return known === undefined ? readCluster(change) : withMembers(known, change)
}

/** JSON has no undefined: a member that is there has a value. */
function withMembers<T>(known: T, change: { readonly [K in keyof T]?: T[K] | undefined }): T {
  return { ...known, ...(change as Partial<T>) }
}

function isKnown<T>(thing: T | null): thing is T {
  return thing !== null
}
