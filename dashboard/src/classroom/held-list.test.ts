import { expect, test } from 'vitest'
import { holdList } from './held-list'

const key = (entry: { key: string }) => entry.key
const entries = (...keys: string[]) => keys.map((one) => ({ key: one }))
const start = holdList([], entries('a', 'b', 'c'), key, false)

test('held, everybody stays at their place: who is gone is marked, who is new comes last', () => {
  const held = holdList(start, entries('d', 'c', 'a'), key, true)
  expect(held.map(({ entry, over }) => [entry.key, over])).toEqual([
    ['a', false],
    ['b', true],
    ['c', false],
    ['d', false],
  ])
})

test('let go, the list is as it is wanted', () => {
  const held = holdList(start, entries('d', 'c', 'a'), key, true)
  const free = holdList(held, entries('d', 'c', 'a'), key, false)
  expect(free.map(({ entry }) => entry.key)).toEqual(['d', 'c', 'a'])
})

test('who comes back while held is no longer marked', () => {
  const gone = holdList(start, entries('a', 'c'), key, true)
  expect(holdList(gone, entries('c', 'b', 'a'), key, true).some(({ over }) => over)).toBe(false)
})
