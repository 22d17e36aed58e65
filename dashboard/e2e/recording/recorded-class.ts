import type { Cluster } from '../../src/live/class-frames'
import type { Cell, Help, Student } from '../../src/live/frames'
import { cast } from './cast'
import { cellOf, cellsOf, clustersOf, notebookOf } from './cells'
import { seededRandom } from './random'

export const CLASS = {
  id: '3b2f8a00-0000-4000-8000-000000000003',
  name: 'Python 101 B組',
  zone: 'Asia/Tokyo',
}
const RULES = { failingRuns: 3, stuckAfterSeconds: 180, awayAfterSeconds: 300 }

/** What of a class a delta may change. */
interface Changed {
  readonly students?: readonly Student[]
  readonly cells?: readonly Cell[]
  readonly help?: readonly Help[]
  readonly clusters?: readonly Cluster[]
}

/** A class that goes on by itself: every event is one student's run of a cell. */
export class RecordedClass {
  readonly students: Student[]
  readonly help: Help[]
  readonly clusters: Cluster[]
  /** Where a status says the stores are: milliseconds behind. */
  storeLag = 0
  /** Its clock minus the browser's, milliseconds. */
  clockAhead = 0
  /** Of the dashboard that the application says it serves. */
  build: string | null = null
  joinCode = '7QK-2MD'
  /** What the signed-in person may do in the class. */
  ownRole: 'teacher' | 'assistant' = 'teacher'
  private readonly random = seededRandom(7)
  private readonly cells = new Map<string, Cell>()
  private sequence = 0

  constructor(
    count: number,
    private readonly columns: number,
    calm = false,
  ) {
    const { students, help } = cast(count, columns, this.random, Date.now())
    this.students = calm ? students.map((one) => ({ ...one, state: 'working', reason: null })) : students
    this.help = calm ? [] : help
    this.clusters = calm ? [] : clustersOf(students, Date.now())
    for (const cell of this.students.flatMap((student) => cellsOf(student, this.random))) this.keep(cell)
  }

  get at(): string {
    return `1795136529123-${this.sequence}`
  }

  snapshot() {
    const { at, students, help, clusters } = this
    const notebooks = students.length > 0 ? [notebookOf(this.columns, students.length)] : []
    return {
      type: 'snapshot',
      reset: true,
      at,
      class: { ...CLASS, day: '2026-11-21', rules: RULES },
      students,
      cells: [...this.cells.values()],
      help,
      clusters,
      notebooks,
    }
  }

  /** So many runs of so many students, as one delta. */
  delta(events: number) {
    const changed = new Map<string, Student>()
    const cells = new Map<string, Cell>()
    for (let event = 0; event < events; event++) {
      const place = Math.floor(this.random() * this.students.length)
      const next = this.run(this.students[place]!)
      this.students[place] = next
      changed.set(next.student, next)
      cells.set(next.student, this.ran(next))
    }
    return this.told({ students: [...changed.values()], cells: [...cells.values()] }, events)
  }

  /** One student begins to ask. */
  ask(place: number, message: string, since = new Date().toISOString()) {
    const { student, cellId, cellIndex, notebook, notebookPath } = this.students[place]!
    const reason = { code: 'help', cellId, cellIndex, runs: null, since, medianSeconds: null }
    const asking: Student = { ...this.students[place]!, state: 'asking', since, reason }
    this.students[place] = asking
    const waiting = { request: `1795136529124-${place}`, student, state: 'waiting', since, position: 1 }
    const help: Help = { ...waiting, claim: null, message, notebook, notebookPath, cellId, cellIndex }
    this.help.push(help)
    return this.told({ students: [asking], help: [help] })
  }

  /** A request goes on: somebody claims it, is on the way, has helped. Null when there is none. */
  helped(request: string, change: Pick<Help, 'state' | 'claim'>) {
    const place = this.help.findIndex((one) => one.request === request)
    const known = this.help[place]
    if (!known) return null
    const next: Help = { ...known, ...change, position: null }
    this.help[place] = next
    if (next.state !== 'resolved') return this.told({ help: [next] })
    this.help.splice(place, 1)
    const at = this.students.findIndex(({ student }) => student === next.student)
    const student: Student = { ...this.students[at]!, state: 'working', reason: null }
    this.students[at] = student
    return this.told({ help: [next], students: [student] })
  }

  /** One more student runs into a mistake that others are in. */
  joins(cluster: string, place: number) {
    const at = this.clusters.findIndex((one) => one.cluster === cluster)
    const known = this.clusters[at]!
    const next = {
      ...known,
      students: [...known.students, this.students[place]!.student],
      runs: known.runs + 1,
    }
    this.clusters[at] = next
    return this.told({ clusters: [next] })
  }

  /** So many students are in a mistake by now. */
  areIn(cluster: string, students: number) {
    const at = this.clusters.findIndex((one) => one.cluster === cluster)
    const next = {
      ...this.clusters[at]!,
      students: this.students.slice(0, students).map(({ student }) => student),
    }
    this.clusters[at] = next
    return this.told({ clusters: [next] })
  }

  status(stale = false) {
    const now = new Date(Date.now() + this.clockAhead).toISOString()
    const lag = { relational: { entries: this.storeLag / 10, milliseconds: this.storeLag } }
    return {
      type: 'status',
      at: this.at,
      serverTime: now,
      instance: 'recording',
      lag,
      stale,
      build: this.build,
    }
  }

  private told(changed: Changed, events = 1) {
    const after = this.at
    this.sequence += events
    const nothing = { students: [], cells: [], help: [], clusters: [] }
    return { type: 'delta', after, at: this.at, events: [], ...nothing, ...changed }
  }

  private keep(cell: Cell): Cell {
    this.cells.set(`${cell.student} ${cell.cellId}`, cell)
    return cell
  }

  private ran(student: Student): Cell {
    const index = student.cellIndex ?? 0
    const known = this.cells.get(`${student.student} cell-${index}`)
    const hasError = student.recentRuns.at(-1)?.hasError ?? false
    const runs = (known?.runs ?? 0) + 1
    return this.keep(
      cellOf(student.student, index, { runs, errors: (known?.errors ?? 0) + (hasError ? 1 : 0), hasError }),
    )
  }

  private run(student: Student): Student {
    const at = new Date().toISOString()
    const hasError = this.random() < 0.15
    const cellIndex = hasError
      ? student.cellIndex
      : Math.min(this.columns - 1, (student.cellIndex ?? 0) + (this.random() < 0.1 ? 1 : 0))
    const run = { cellId: `cell-${cellIndex}`, cellIndex, hasError, errorName: null, at }
    return {
      ...student,
      cellId: `cell-${cellIndex}`,
      cellIndex,
      lastSeen: at,
      executions: student.executions + 1,
      errors: student.errors + (hasError ? 1 : 0),
      completed: Math.max(student.completed ?? 0, cellIndex ?? 0),
      recentRuns: [...student.recentRuns, run].slice(-10),
    }
  }
}
