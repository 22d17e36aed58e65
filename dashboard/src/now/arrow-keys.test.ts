import { expect, test } from 'vitest'
import { placeAfterKey } from './arrow-keys'

// Ten tiles, four to a row: 0-3, 4-7, 8-9.
test.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 5, 9],
  ['ArrowUp', 5, 1],
  ['End', 2, 9],
  ['Home', 7, 0],
  ['ArrowDown', 6, null],
  ['ArrowUp', 2, null],
  ['ArrowLeft', 0, null],
  ['a', 5, null],
])('%s from %d leads to %s', (key, from, to) => {
  expect(placeAfterKey(key, from, 10, 4)).toBe(to)
})
