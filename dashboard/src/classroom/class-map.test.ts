import { expect, test } from 'vitest'
import { aCell, aStudent } from '../../test-support/frames'
import { cellKey } from '../live/class-state'
import type { Cell } from '../live/frames'
import { columnTotals, mapOrder, mapRow, outcomeOf } from './class-map'
import { columnsOf } from './columns'

const columns = columnsOf({
  notebook: 'n',
  path: 'lesson3.ipynb',
  students: 2,
  cells: [0, 1, 2].map((index) => ({ cellId: `c${index}`, cellIndex: index })),
})
const known = (...cells: Cell[]) => new Map(cells.map((cell) => [cellKey(cell), cell]))

test('a cell stands in the column of the shared cell; one of their own in none', () => {
  const copy = aCell('a', 7, { sharedCellId: 'c2', errors: 1 })
  const own = aCell('a', 1, { sharedCellId: null })
  const row = mapRow(columns, aStudent('a', { notebook: 'n', cellId: 'c7' }), known(copy, own))
  expect(row.cells).toEqual([undefined, undefined, copy])
  expect(row.here).toBe(2)
})

test('how a cell went', () => {
  expect(outcomeOf(undefined)).toBe('none')
  expect(outcomeOf(aCell('a', 0))).toBe('well')
  expect(outcomeOf(aCell('a', 0, { errors: 2 }))).toBe('tried')
  expect(outcomeOf(aCell('a', 0, { errors: 2, hasError: true }))).toBe('failed')
  expect(outcomeOf(aCell('a', 0, { errors: 3, hasError: true }))).toBe('failing')
  expect(outcomeOf(aCell('a', 0, { errors: 3, hasError: true }), 4)).toBe('failed')
})

test('a column adds up by the latest run of each student', () => {
  const rows = ['a', 'b'].map((key) =>
    mapRow(columns, aStudent(key), known(aCell(key, 0, { hasError: key === 'b' }), aCell(key, 1))),
  )
  expect(columnTotals(columns, rows)).toEqual([
    { well: 1, failed: 1 },
    { well: 2, failed: 0 },
    { well: 0, failed: 0 },
  ])
})

test('by progress whoever has come furthest is first, by name nobody jumps', () => {
  const students = new Map(
    ['a', 'b'].map((key) => [key, aStudent(key, { notebook: 'n', cellId: key === 'a' ? 'c0' : 'c2' })]),
  )
  const rows = new Map(
    [...students.values()].map((one) => [
      one.student,
      mapRow(columns, one, known(aCell(one.student, 0), ...(one.student === 'b' ? [aCell('b', 2)] : []))),
    ]),
  )
  expect(mapOrder(students, rows, 'progress', 'en', 0)).toEqual(['b', 'a'])
  expect(mapOrder(students, rows, 'name', 'en', 0)).toEqual(['a', 'b'])
})

test('who has come to the end and works elsewhere now, or looks at an earlier cell again, has still come furthest', () => {
  const students = new Map(
    [
      aStudent('a', { notebook: 'n', cellId: 'c1' }),
      aStudent('b', { notebook: 'another', cellId: 'c0' }),
      aStudent('c', { notebook: 'n', cellId: 'c0' }),
    ].map((one) => [one.student, one]),
  )
  const ran = (key: string, ...places: number[]) => known(...places.map((place) => aCell(key, place)))
  const cells = new Map([
    ['a', ran('a', 0, 1)],
    ['b', ran('b', 0, 1, 2)],
    ['c', ran('c', 0, 1, 2)],
  ])
  const rows = new Map(
    [...students.values()].map((one) => [one.student, mapRow(columns, one, cells.get(one.student))]),
  )
  expect(mapOrder(students, rows, 'progress', 'en', 0)).toEqual(['b', 'c', 'a'])
})
