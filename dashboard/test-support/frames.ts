import type { Cluster } from '../src/live/class-frames'
import type { Cell, Delta, Help, Snapshot, Status, Student } from '../src/live/frames'

type Part = 'students' | 'cells' | 'help' | 'clusters' | 'notebooks'

const NOTHING = { students: [], cells: [], help: [], clusters: [], notebooks: [] }

export function aStudent(key: string, change: Partial<Student> = {}): Student {
  return {
    student: key,
    name: `Student ${key}`,
    state: 'working',
    since: '2026-11-21T01:00:00Z',
    reason: null,
    need: null,
    active: true,
    lastSeen: null,
    notebook: null,
    notebookPath: 'lessons/lesson3.ipynb',
    cellId: null,
    cellIndex: 11,
    executions: 0,
    errors: 0,
    completed: 12,
    total: 42,
    progress: null,
    recentRuns: [],
    ...change,
  }
}

export function aHelp(request: string, student: string, change: Partial<Help> = {}): Help {
  const since = '2026-11-21T01:00:00Z'
  return {
    request,
    student,
    state: 'waiting',
    since,
    position: 1,
    claim: null,
    message: null,
    notebook: null,
    notebookPath: null,
    cellId: null,
    cellIndex: 11,
    ...change,
  }
}

export function aCell(student: string, index: number, change: Partial<Cell> = {}): Cell {
  return {
    student,
    notebook: 'n',
    cellId: `c${index}`,
    cellIndex: index,
    sharedCellId: `c${index}`,
    runs: 1,
    errors: 0,
    hasError: false,
    at: null,
    ...change,
  }
}

export function aCluster(cluster: string, students: string[], change: Partial<Cluster> = {}): Cluster {
  return {
    cluster,
    errorName: 'NameError',
    shape: 'name … is not defined',
    notebook: 'n',
    notebookPath: 'lesson3.ipynb',
    cellId: 'c11',
    cellIndex: 11,
    students,
    solved: 0,
    runs: students.length,
    since: '2026-11-21T01:00:00Z',
    latest: '2026-11-21T01:05:00Z',
    ...change,
  }
}

export function aSnapshot(at: string, changed: Partial<Pick<Snapshot, Part>> = {}): Snapshot {
  const zone = { id: 'class', name: 'Python 101', zone: 'Asia/Tokyo', day: '2026-11-21', rules: null }
  return { type: 'snapshot', reset: true, at, class: zone, ...NOTHING, ...changed }
}

export function aDelta(after: string, at: string, changed: Partial<Pick<Delta, Part>> = {}): Delta {
  return { type: 'delta', after, at, ...NOTHING, ...changed }
}

export function aStatus(at: string, stale = false): Status {
  const serverTime = new Date().toISOString()
  return { type: 'status', at, serverTime, instance: null, lag: {}, stale, staleSince: null, build: null }
}
