import type { Delta, Help, Snapshot, Student } from '../src/live/frames'

type Changed = Partial<Pick<Delta, 'students' | 'cells' | 'help'>>

export function aStudent(key: string, change: Partial<Student> = {}): Student {
  return {
    student: key,
    name: `Student ${key}`,
    state: 'working',
    since: '2026-11-21T01:00:00Z',
    reason: null,
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
    notebookPath: null,
    cellId: null,
    cellIndex: 11,
    ...change,
  }
}

export function aSnapshot(at: string, changed: Changed = {}): Snapshot {
  const zone = { id: 'class', name: 'Python 101', zone: 'Asia/Tokyo', day: '2026-11-21' }
  return { type: 'snapshot', reset: true, at, class: zone, students: [], cells: [], help: [], ...changed }
}

export function aDelta(after: string, at: string, changed: Changed = {}): Delta {
  return { type: 'delta', after, at, students: [], cells: [], help: [], ...changed }
}

export function aStatus(at: string, stale = false) {
  return { type: 'status', at, serverTime: new Date().toISOString(), stale } as const
}
