import { expect, test } from 'vitest'
import { aStudent } from '../../test-support/frames'
import { STATES } from '../live/frames'
import { sortedTiles } from './tile-order'
import { BY_NEED } from './urgency'

test('by need: asking, technical, stuck, failing come before those who need nobody', () => {
  const students = STATES.map((state) => aStudent(state, { state }))
  const order = sortedTiles(students, 'need', '', 'en')
  expect(order.slice(0, 5)).toEqual(['asking', 'technical', 'stuck', 'failing', 'working'])
  expect(order).toEqual(BY_NEED)
})

test('within a state whoever waits longest comes first', () => {
  const since = (minute: string) => ({ state: 'asking', since: `2026-11-21T01:${minute}:00Z` }) as const
  const students = [
    aStudent('late', since('20')),
    aStudent('early', since('05')),
    aStudent('middle', since('10')),
  ]
  expect(sortedTiles(students, 'need', '', 'en')).toEqual(['early', 'middle', 'late'])
})

test('by name: in the order of the language, numbers as numbers', () => {
  const students = ['Team 10', 'Émile', 'Team 9', 'zoe'].map((name) => aStudent(name, { name }))
  expect(sortedTiles(students, 'name', '', 'en')).toEqual(['Émile', 'Team 9', 'Team 10', 'zoe'])
})

test('search forgives case, width and spaces', () => {
  const students = [
    aStudent('a', { name: '山田 花子' }),
    aStudent('b', { name: 'ＡＢＥ Shinji' }),
    aStudent('c', { name: null }),
  ]
  expect(sortedTiles(students, 'name', '山田花', 'ja')).toEqual(['a'])
  expect(sortedTiles(students, 'name', 'abe s', 'ja')).toEqual(['b'])
})
