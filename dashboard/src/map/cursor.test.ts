import { expect, test } from 'vitest'
import { movedCursor } from './cursor'

test.each([
  [null, 'ArrowDown', { row: 0, column: 0 }],
  [{ row: 3, column: 5 }, 'ArrowUp', { row: 2, column: 5 }],
  [{ row: 3, column: 5 }, 'ArrowRight', { row: 3, column: 6 }],
  [{ row: 9, column: 7 }, 'ArrowDown', { row: 9, column: 7 }],
  [{ row: 9, column: 7 }, 'Home', { row: 9, column: 0 }],
  [{ row: 2, column: 7 }, 'PageDown', { row: 9, column: 7 }],
  [{ row: 2, column: 7 }, 'a', null],
])('from %o, %s leads to %o', (from, key, to) => {
  expect(movedCursor(from, key, 10, 8)).toEqual(to)
})
