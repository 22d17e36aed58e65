import { expect, test } from 'vitest'
import { aCell, aStudent } from '../../test-support/frames'
import { cellKey, type StudentCells } from '../live/class-state'
import type { Cell, Student } from '../live/frames'
import { busiestNotebook, columnsOf } from './columns'
import { pace } from './pace'

const notebook = {
  notebook: 'n',
  path: 'lesson3.ipynb',
  students: 5,
  cells: [0, 1, 2, 3].map((index) => ({ cellId: `c${index}`, cellIndex: index * 2 })),
}
const columns = columnsOf(notebook)

function at(student: string, cell: number, change: Partial<Student> = {}): Student {
  return aStudent(student, { notebook: 'n', cellId: `c${cell}`, cellIndex: cell, ...change })
}
function cells(...all: Cell[]): ReadonlyMap<string, StudentCells> {
  const students = new Map<string, Map<string, Cell>>()
  for (const cell of all) {
    students.set(
      cell.student,
      (students.get(cell.student) ?? new Map<string, Cell>()).set(cellKey(cell), cell),
    )
  }
  return students
}

test('counts who is where and who fails there; half of the class is where half has come to', () => {
  const students = [
    at('a', 0),
    at('b', 1, { state: 'failing' }),
    at('c', 1),
    at('d', 3, { state: 'finished' }),
  ]
  const known = cells(aCell('a', 0), aCell('b', 1), aCell('c', 1), aCell('d', 3))
  const now = pace(columns, students, known)
  expect(now.columns.map(({ here, failing }) => [here, failing])).toEqual([
    [1, 0],
    [2, 1],
    [0, 0],
    [1, 0],
  ])
  expect(now).toMatchObject({ half: 1, students: 4, finished: 1 })
})

test('a copy with other cells counts in the shared columns; a cell of their own where they have come to', () => {
  const students = [at('copy', 70), at('own', 99)]
  const known = cells(
    aCell('copy', 70, { sharedCellId: 'c2' }),
    aCell('own', 1, { sharedCellId: 'c1' }),
    aCell('own', 99, { sharedCellId: null }),
  )
  expect(pace(columns, students, known).columns.map(({ here }) => here)).toEqual([0, 1, 1, 0])
})

test('who is away, or in another notebook, is not counted', () => {
  const students = [at('a', 0, { state: 'away' }), at('b', 1, { notebook: 'other' })]
  const known = cells(aCell('a', 0), aCell('b', 1, { notebook: 'other' }))
  expect(pace(columns, students, known)).toMatchObject({ half: null, students: 0 })
})

test('the notebook on screen is the one that most are in', () => {
  const other = { ...notebook, notebook: 'o', path: 'other.ipynb' }
  const students = new Map(
    [at('a', 0), at('b', 0, { notebook: 'o' }), at('c', 0, { notebook: 'o' })].map((one) => [
      one.student,
      one,
    ]),
  )
  const notebooks = new Map([notebook, other].map((one) => [one.notebook, one]))
  expect(busiestNotebook(notebooks, students)?.path).toBe('other.ipynb')
  expect(busiestNotebook(new Map(), students)).toBeNull()
})
