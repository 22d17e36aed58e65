import { expect, test } from 'vitest'
import { placeAfterKey } from './arrow-keys'

// Ten tiles, four to a row: 0-3, 4-7, 8-9.
const tiles = Array.from({ length: 10 }, (_, place) => {
  const [left, top] = [(place % 4) * 100, Math.floor(place / 4) * 50]
  return { left, right: left + 90, top, bottom: top + 45 }
})

test.each([
  ['ArrowRight', 3, 4],
  ['ArrowLeft', 4, 3],
  ['ArrowDown', 5, 9],
  ['ArrowUp', 5, 1],
  ['End', 2, 9],
  ['Home', 7, 0],
  ['ArrowDown', 6, 9],
  ['ArrowDown', 9, null],
  ['ArrowUp', 2, null],
  ['ArrowLeft', 0, null],
  ['a', 5, null],
])('%s from %d leads to %s', (key, from, to) => {
  expect(placeAfterKey(key, from, () => tiles)).toBe(to)
})

test('in a plan of the room, down is who sits nearest behind', () => {
  const at = (left: number, top: number) => ({ left, right: left + 90, top, bottom: top + 45 })
  const room = [at(0, 0), at(300, 10), at(20, 200), at(290, 190)]
  expect(placeAfterKey('ArrowDown', 1, () => room)).toBe(3)
  expect(placeAfterKey('ArrowDown', 0, () => room)).toBe(2)
})

test('the next row goes before one further down that is straighter', () => {
  const at = (left: number, top: number) => ({ left, right: left + 90, top, bottom: top + 45 })
  expect(placeAfterKey('ArrowDown', 0, () => [at(0, 0), at(60, 50), at(0, 100)])).toBe(1)
})
