import type { components } from '../../src/api/schema'
import { NOTEBOOK } from './cast'
import { seededRandom } from './random'
import type { RecordedClass } from './recorded-class'

type Schemas = components['schemas']

const MINUTE_MS = 60_000
const LESSON_MINUTES = 90
const CELLS = 30
const PATH = 'lessons/lesson3.ipynb'

/** The lesson of the recording: an hour and a half that ended five minutes ago. */
export function lessonTimes(): { from: number; to: number } {
  const to = Math.floor(Date.now() / MINUTE_MS) * MINUTE_MS - 5 * MINUTE_MS
  return { from: to - LESSON_MINUTES * MINUTE_MS, to }
}

const iso = (at: number) => new Date(at).toISOString()

export function lessons(): Schemas['Lesson'][] {
  const { from, to } = lessonTimes()
  const day = 24 * 60 * MINUTE_MS
  return [
    { startedAt: iso(from), endedAt: iso(to), source: 'activity' },
    {
      startedAt: iso(from - 7 * day),
      endedAt: iso(to - 7 * day),
      source: 'timetable',
      title: '第 2 回 リスト',
    },
  ]
}

export function notebooks(recorded: RecordedClass): Schemas['ClassNotebook'][] {
  const students = recorded.students.length
  if (students === 0) return []
  return [
    {
      notebook: NOTEBOOK,
      path: PATH,
      title: '第 3 回 繰り返し',
      cells: CELLS,
      students,
      lastAt: iso(Date.now()),
    },
  ]
}

/** Cells that get harder, two of them much harder than their neighbours. */
export function statistics(recorded: RecordedClass): Schemas['CellStatistics'][] {
  const random = seededRandom(11)
  const all = recorded.students.length
  return Array.from({ length: all === 0 ? 0 : CELLS }, (_, cellIndex) => {
    const hard = cellIndex === 11 || cellIndex === 19
    const students = Math.max(3, Math.round(all * (1 - (cellIndex / CELLS) * 0.8)))
    const succeeded = Math.round(students * (hard ? 0.45 : 0.9 + random() * 0.1))
    const medianTries = hard ? 4 : 1 + Math.floor(random() * 2)
    const one = Math.round(students * (hard ? 0.2 : 0.6))
    const rest = students - one
    return {
      cellId: `cell-${cellIndex}`,
      cellIndex,
      students,
      succeeded,
      runs: students * medianTries + 5,
      errors: students * (medianTries - 1) + 2,
      medianTries,
      medianSeconds: hard ? 410 : 12 + Math.round(random() * 70),
      p90Seconds: hard ? 1100 : 90 + Math.round(random() * 240),
      tries: [
        one,
        Math.round(rest * 0.4),
        Math.round(rest * 0.25),
        Math.round(rest * 0.2),
        Math.round(rest * 0.15),
      ],
      errorNames: hard
        ? [
            { name: 'NameError', students: Math.round(students * 0.3) },
            { name: 'TypeError', students: 2 },
          ]
        : [],
    }
  })
}

export function activity(recorded: RecordedClass): Schemas['ActivityTimeline'] {
  const { from, to } = lessonTimes()
  const random = seededRandom(5)
  const rows = Array.from({ length: LESSON_MINUTES / 5 }, (_, step) =>
    recorded.students
      .filter(() => random() < 0.55 + 0.4 * Math.sin((step / (LESSON_MINUTES / 5)) * Math.PI))
      .map(({ student }) => ({
        interval: iso(from + step * 5 * MINUTE_MS),
        student,
        runs: 1 + Math.floor(random() * 5),
      })),
  ).flat()
  return { from: iso(from), to: iso(to), interval: 'PT5M', zone: 'Asia/Tokyo', rows }
}

export function errorRate(): Schemas['ErrorRateTimeline'] {
  const { from, to } = lessonTimes()
  const random = seededRandom(6)
  const rows = Array.from({ length: LESSON_MINUTES / 5 }, (_, step) => ({
    interval: iso(from + step * 5 * MINUTE_MS),
    notebookPath: PATH,
    runs: 60 + Math.floor(random() * 40),
    rate: 0.1 + 0.25 * Math.exp(-(((step - 10) / 3) ** 2)) + random() * 0.04,
  }))
  return { from: iso(from), to: iso(to), interval: 'PT5M', zone: 'Asia/Tokyo', rows }
}

export function progress(recorded: RecordedClass): Schemas['ProgressTimeline'] {
  const { from, to } = lessonTimes()
  const steps = LESSON_MINUTES / 5
  const rows = Array.from({ length: steps }, (_, step) => {
    const median = Math.round((step / steps) * CELLS * 0.7)
    return {
      interval: iso(from + step * 5 * MINUTE_MS),
      students: recorded.students.length,
      min: Math.round(median * 0.2),
      q1: Math.round(median * 0.7),
      median,
      q3: Math.min(CELLS, Math.round(median * 1.3)),
      max: Math.min(CELLS, Math.round(median * 1.7)),
    }
  })
  const times = { from: iso(from), to: iso(to), interval: 'PT5M', zone: 'Asia/Tokyo' }
  return { ...times, notebook: NOTEBOOK, notebookPath: PATH, codeCells: CELLS, rows }
}

export function report(recorded: RecordedClass): Schemas['Report'] {
  const { from, to } = lessonTimes()
  const random = seededRandom(9)
  return {
    from: iso(from),
    to: iso(to),
    students: recorded.students.map(({ student, name, completed, total, executions, errors }, place) => ({
      student,
      ...(name === null ? {} : { name }),
      studentNumber: `24A${String(1000 + ((place * 37) % 900))}`,
      completed: completed ?? 0,
      ...(total === null ? {} : { total }),
      runs: executions,
      errors,
      activeSeconds: 1800 + Math.round(random() * 3000),
      stuckSeconds: random() < 0.3 ? Math.round(random() * 900) : 0,
      helpRequests: random() < 0.2 ? 1 : 0,
      helpWaitSeconds: 0,
      ...(completed === total ? { finishedAt: iso(to - Math.round(random() * 900_000)) } : {}),
    })),
    cells: statistics(recorded),
    clusters: [
      {
        cluster: 'name-error-11',
        errorName: 'NameError',
        shape: 'name … is not defined',
        cellIndex: 11,
        students: 9,
        runs: 31,
      },
      {
        cluster: 'type-error-19',
        errorName: 'TypeError',
        shape: 'can only concatenate str',
        cellIndex: 19,
        students: 4,
        runs: 12,
      },
    ],
    help: { requests: 7, medianWaitSeconds: 95, longestWaitSeconds: 412, lapsed: 1 },
  }
}
