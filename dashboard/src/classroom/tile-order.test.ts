import { expect, test } from 'vitest'
import { aStudent } from '../../test-support/frames'
import { STATES } from '../live/frames'
import type { Person } from './people'
import { sortedTiles, type Choice } from './tile-order'
import { BY_NEED } from './urgency'

const choice = (change: Partial<Choice>): Choice => ({
  sort: 'need',
  search: '',
  state: null,
  language: 'en',
  people: new Map(),
  ...change,
})

test('by need: asking, technical, stuck, failing come before those who need nobody', () => {
  const students = STATES.map((state) => aStudent(state, { state }))
  const order = sortedTiles(students, choice({}))
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
  expect(sortedTiles(students, choice({}))).toEqual(['early', 'middle', 'late'])
})

test('by name: in the order of the language, numbers as numbers', () => {
  const students = ['Team 10', 'Émile', 'Team 9', 'zoe'].map((name) => aStudent(name, { name }))
  expect(sortedTiles(students, choice({ sort: 'name' }))).toEqual(['Émile', 'Team 9', 'Team 10', 'zoe'])
})

test('search forgives case, width and spaces', () => {
  const students = [
    aStudent('a', { name: '山田 花子' }),
    aStudent('b', { name: 'ＡＢＥ Shinji' }),
    aStudent('c', { name: null }),
  ]
  expect(sortedTiles(students, choice({ search: '山田花', language: 'ja' }))).toEqual(['a'])
  expect(sortedTiles(students, choice({ search: 'abe s', language: 'ja' }))).toEqual(['b'])
})

test('what the server weighs goes before what the states say, and changes with time', () => {
  const need = (minute: string, weight: number) => ({ since: `2026-11-21T01:${minute}:00Z`, weight })
  const students = [
    aStudent('asks', { state: 'asking', need: need('04', 2) }),
    aStudent('stuck', { state: 'stuck', need: need('00', 1) }),
    aStudent('works'),
  ]
  const at = (minute: string) => sortedTiles(students, choice({}), Date.parse(`2026-11-21T01:${minute}:00Z`))
  expect(at('05')).toEqual(['stuck', 'asks', 'works'])
  expect(at('10')).toEqual(['asks', 'stuck', 'works'])
})

test('by reading and by number, with whoever has none last', () => {
  const person = (
    student: string,
    reading: string | null,
    studentNumber: string | null,
  ): [string, Person] => [student, { student, name: null, reading, studentNumber, team: null, joined: true }]
  const people = new Map([
    person('a', 'やまだ', '24A10'),
    person('b', 'あべ', '24A9'),
    person('c', null, null),
  ])
  const students = ['c', 'a', 'b'].map((key) => aStudent(key))
  expect(sortedTiles(students, choice({ sort: 'reading', people, language: 'ja' }))).toEqual(['b', 'a', 'c'])
  expect(sortedTiles(students, choice({ sort: 'number', people }))).toEqual(['b', 'a', 'c'])
  expect(sortedTiles(students, choice({ search: '24a10', people }))).toEqual(['a'])
})

test('only those in one state', () => {
  const students = [aStudent('a', { state: 'failing' }), aStudent('b')]
  expect(sortedTiles(students, choice({ state: 'failing' }))).toEqual(['a'])
})
