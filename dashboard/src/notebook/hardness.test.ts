import { expect, test } from 'vitest'
import { hardest } from './hardness'
import type { CellStatistics } from './statistics'

function cell(cellIndex: number, students: number, succeeded: number, medianTries = 1): CellStatistics {
  return {
    cellId: `cell-${cellIndex}`,
    cellIndex,
    students,
    succeeded,
    runs: students,
    errors: 0,
    medianTries,
    medianSeconds: 10,
    p90Seconds: 20,
    tries: [students, 0, 0, 0, 0],
    errorNames: [],
  }
}

test('the cell that fewest got through is the hardest, then the one that took most tries', () => {
  const cells = [cell(0, 30, 30), cell(1, 30, 24, 4), cell(2, 30, 10, 2), cell(3, 30, 30, 6)]
  expect(hardest(cells).map(({ cellIndex }) => cellIndex)).toEqual([2, 1, 3])
})

test('a cell that two students tried does not count as hard', () => {
  expect(hardest([cell(0, 2, 0)])).toEqual([])
})
