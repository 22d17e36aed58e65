import type { components } from '../../src/api/schema'
import { NOTEBOOK } from './cast'
import type { RecordedClass } from './recorded-class'
import { lessonTimes } from './rest-lesson'

type StoredRun = components['schemas']['StoredRun']
type CellAnswer = components['schemas']['CellAnswer']

const FIRST = `prices = [120, 80, 240]
total = 0
for price in prices:
    total += price
print(totl / len(prices))`
const SECOND = FIRST.replace('totl', 'total')
const SHORT = 'print(sum(prices) / len(prices))'
const NAME_ERROR = "name 'totl' is not defined"
const TRACEBACK = `\u001b[0;31mNameError\u001b[0m                 Traceback (most recent call last)
Cell In[12], line 5
----> 5 print(totl / len(prices))

\u001b[0;31mNameError\u001b[0m: ${NAME_ERROR}`

/** The student of the recording who chose to send no code. */
export const WITHOUT_CODE = 1

/** What a student ran: two cells, the second failed twice before it went well. */
export function runsOf(recorded: RecordedClass, student: string): StoredRun[] {
  const { from } = lessonTimes()
  const silent = recorded.students[WITHOUT_CODE]?.student === student
  const runs = [
    run(1, 10, 'print("hello")', { result: 'hello\n' }),
    run(2, 11, FIRST, {
      hasError: true,
      errorName: 'NameError',
      errorMessage: NAME_ERROR,
      traceback: TRACEBACK,
    }),
    run(3, 11, FIRST, {
      hasError: true,
      errorName: 'NameError',
      errorMessage: NAME_ERROR,
      traceback: TRACEBACK,
    }),
    run(4, 11, SECOND, { result: '146.66666666666666\n' }),
  ]
  return runs.reverse()

  function run(place: number, cellIndex: number, code: string, change: Partial<StoredRun>): StoredRun {
    const at = new Date(from + place * 140_000).toISOString()
    const known = {
      id: `1795136529${place}00-0`,
      eventId: `run-${student.slice(-4)}-${place}`,
      eventType: 'cell_executed',
      notebook: NOTEBOOK,
      notebookPath: 'lessons/lesson3.ipynb',
      cellId: `cell-${cellIndex}`,
      cellIndex,
      cellType: 'code',
      hasError: change.hasError ?? false,
      durationMs: 120 * place,
      occurredAt: at,
      receivedAt: at,
      cut: place === 4 ? ['result'] : [],
    }
    const { errorName } = change
    if (silent) return { ...known, ...(errorName === undefined ? {} : { errorName }) }
    return { ...known, code, ...change }
  }
}

/** Everybody's latest run of one cell: three ways to say it, one of them wrong. */
export function answersTo(recorded: RecordedClass): CellAnswer[] {
  const { to } = lessonTimes()
  return recorded.students.map(({ student, name }, place) => {
    const known = {
      student,
      ...(name === null ? {} : { name }),
      at: new Date(to - place * 20_000).toISOString(),
      runs: 1 + (place % 4),
    }
    if (place === WITHOUT_CODE) return { ...known, hasError: false }
    if (place % 4 === 0) {
      return { ...known, code: FIRST, hasError: true, errorName: 'NameError', errorMessage: NAME_ERROR }
    }
    const code = place % 3 === 0 ? SHORT : place % 7 === 0 ? `${SECOND}\n# ${place}` : SECOND
    return { ...known, code, hasError: false, output: '146.66666666666666\n' }
  })
}
