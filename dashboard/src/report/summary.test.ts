import { expect, test } from 'vitest'
import type { ReportStudent } from './report'
import { summary } from './summary'

function student(completed: number, runs: number, total = 10): ReportStudent {
  return {
    student: String(completed),
    completed,
    runs,
    errors: 1,
    activeSeconds: 0,
    helpRequests: 0,
    helpWaitSeconds: 0,
    stuckSeconds: 0,
    total,
  }
}

test('who ran nothing does not count, and half completed at least the median', () => {
  const figures = summary([student(10, 5), student(4, 5), student(2, 5), student(0, 0)])
  expect(figures).toEqual({ students: 3, finished: 1, medianCompleted: 4, runs: 15, errors: 3 })
})

test('nobody has finished a notebook whose number of cells is unknown', () => {
  expect(summary([student(10, 5, 0)]).finished).toBe(0)
})
