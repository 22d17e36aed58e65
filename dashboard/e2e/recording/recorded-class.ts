import type { Help, Student } from '../../src/live/frames'
import { cast } from './cast'
import { seededRandom } from './random'

export const CLASS = {
  id: '3b2f8a00-0000-4000-8000-000000000003',
  name: 'Python 101 B組',
  zone: 'Asia/Tokyo',
}

/** A class that goes on by itself: every event is one student's run of a cell. */
export class RecordedClass {
  private readonly random = seededRandom(7)
  private readonly students: Student[]
  private readonly help: Help[]
  private sequence = 0

  constructor(count: number, calm = false) {
    const { students, help } = cast(count, this.random, Date.now())
    this.students = calm ? students.map((one) => ({ ...one, state: 'working', reason: null })) : students
    this.help = calm ? [] : help
  }

  get at(): string {
    return `1795136529123-${this.sequence}`
  }

  snapshot() {
    const { at, students, help } = this
    return {
      type: 'snapshot',
      reset: true,
      at,
      class: { ...CLASS, day: '2026-11-21' },
      students,
      cells: [],
      help,
      clusters: [],
    }
  }

  /** So many runs of so many students, as one delta. */
  delta(events: number) {
    const after = this.at
    const changed = new Map<string, Student>()
    for (let event = 0; event < events; event++) {
      const place = Math.floor(this.random() * this.students.length)
      const next = this.run(this.students[place]!)
      this.students[place] = next
      changed.set(next.student, next)
    }
    this.sequence += events
    return {
      type: 'delta',
      after,
      at: this.at,
      events: [],
      students: [...changed.values()],
      cells: [],
      help: [],
      clusters: [],
    }
  }

  /** One student begins to ask. */
  ask(place: number, message: string) {
    const after = this.at
    const since = new Date().toISOString()
    const { student, cellId, cellIndex, notebookPath } = this.students[place]!
    const reason = { code: 'help', cellId, cellIndex, runs: null, since }
    const asking: Student = { ...this.students[place]!, state: 'asking', since, reason }
    this.students[place] = asking
    this.sequence += 1
    const help: Help = {
      request: this.at,
      student,
      state: 'waiting',
      since,
      position: 1,
      claim: null,
      message,
      notebookPath,
      cellId,
      cellIndex,
    }
    this.help.push(help)
    return {
      type: 'delta',
      after,
      at: this.at,
      events: [],
      students: [asking],
      cells: [],
      help: [help],
      clusters: [],
    }
  }

  status(stale = false) {
    return {
      type: 'status',
      at: this.at,
      serverTime: new Date().toISOString(),
      instance: 'recording',
      lag: {},
      stale,
    }
  }

  private run(student: Student): Student {
    const at = new Date().toISOString()
    const hasError = this.random() < 0.15
    const cellIndex = hasError
      ? student.cellIndex
      : Math.min(41, (student.cellIndex ?? 0) + (this.random() < 0.1 ? 1 : 0))
    const run = { cellId: null, cellIndex, hasError, errorName: null, at }
    return {
      ...student,
      cellIndex,
      lastSeen: at,
      executions: student.executions + 1,
      errors: student.errors + (hasError ? 1 : 0),
      completed: Math.max(student.completed ?? 0, cellIndex ?? 0),
      recentRuns: [...student.recentRuns, run].slice(-10),
    }
  }
}
