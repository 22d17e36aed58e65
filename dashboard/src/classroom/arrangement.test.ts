import { expect, test } from 'vitest'
import { aStudent } from '../../test-support/frames'
import type { Student } from '../live/frames'
import { arrange, NO_ARRANGEMENT } from './arrangement'
import { RESORT_EVERY_MS, type Choice } from './tile-order'

const byNeed: Choice = {
  sort: 'need',
  search: '',
  state: null,
  language: 'en',
  people: new Map(),
}
const classOf = (...students: Student[]) => new Map(students.map((student) => [student.student, student]))
const calm = classOf(aStudent('a'), aStudent('b'))
const troubled = classOf(aStudent('a'), aStudent('b', { state: 'stuck' }))
const start = arrange(NO_ARRANGEMENT, calm, byNeed, false, 1000)

test('tiles move to their places, but not sooner than every few seconds', () => {
  const soon = arrange(start, troubled, byNeed, false, 1000 + RESORT_EVERY_MS - 1)
  expect(soon).toBe(start)
  expect(arrange(soon, troubled, byNeed, false, 1000 + RESORT_EVERY_MS).order).toEqual(['b', 'a'])
})

test('a clock that turns out to be minutes fast does not hold the tiles', () => {
  const fast = arrange(NO_ARRANGEMENT, calm, byNeed, false, 600_000)
  expect(arrange(fast, troubled, byNeed, false, 1000).order).toEqual(['b', 'a'])
})

test('nothing moves while held, however long', () => {
  expect(arrange(start, troubled, byNeed, true, 900_000)).toBe(start)
})

test('who is new while held comes last', () => {
  const more = classOf(aStudent('0', { state: 'asking' }), ...calm.values())
  expect(arrange(start, more, byNeed, true, 2000).order).toEqual(['a', 'b', '0'])
})

test('another choice of the teacher shows at once, even while held', () => {
  const choice: Choice = { ...byNeed, search: 'student B' }
  expect(arrange(start, calm, choice, true, 1001).order).toEqual(['b'])
})

test('what stays as it is stays the same object', () => {
  expect(arrange(start, calm, byNeed, false, 900_000)).toBe(start)
})
