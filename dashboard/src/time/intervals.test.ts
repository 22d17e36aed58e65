import { expect, test } from 'vitest'
import { activityPoints, errorPoints } from './intervals'

const times = {
  from: '2026-11-22T00:00:00Z',
  to: '2026-11-22T00:03:00Z',
  interval: 'PT1M',
  zone: 'Asia/Tokyo',
}
const at = (minute: number) => `2026-11-22T00:0${minute}:00Z`

test('a student counts once in an interval, and a quiet interval counts as nought', () => {
  const rows = [
    { interval: at(0), student: 'a', runs: 3 },
    { interval: at(0), student: 'b', runs: 1 },
    { interval: at(2), student: 'a', runs: 2 },
  ]
  expect(activityPoints({ ...times, rows }).map(({ students, runs }) => [students, runs])).toEqual([
    [2, 4],
    [0, 0],
    [1, 2],
  ])
})

test('the error rate of several notebooks weighs by their runs; without runs there is none', () => {
  const rows = [
    { interval: at(0), notebookPath: 'a.ipynb', runs: 10, rate: 0.5 },
    { interval: at(0), notebookPath: 'b.ipynb', runs: 30, rate: 0.1 },
  ]
  const points = errorPoints({ ...times, rows })
  expect(points[0]?.rate).toBeCloseTo(0.2)
  expect(points.slice(1).map(({ rate }) => rate)).toEqual([null, null])
})
