import type { Cluster, SharedNotebook } from '../../src/live/class-frames'
import type { Cell, Student } from '../../src/live/frames'
import { MISTAKES, NOTEBOOK } from './cast'

/** The notebook of the recording, in which so many students work. */
export function notebookOf(cells: number, students: number): SharedNotebook {
  return {
    notebook: NOTEBOOK,
    path: 'lessons/lesson3.ipynb',
    cells: Array.from({ length: cells }, (_, cellIndex) => ({ cellId: `cell-${cellIndex}`, cellIndex })),
    students,
  }
}

/** One cell as a student has it. */
export function cellOf(student: string, cellIndex: number, change: Partial<Cell> = {}): Cell {
  const cellId = `cell-${cellIndex}`
  const cell = { student, notebook: NOTEBOOK, cellId, cellIndex, sharedCellId: cellId }
  return { ...cell, runs: 1, errors: 0, hasError: false, at: new Date().toISOString(), ...change }
}

/** What a student has run so far: all before their cell went well, some after a few tries. */
export function cellsOf(student: Student, random: () => number): Cell[] {
  const last = student.cellIndex ?? 0
  const failing = student.state === 'failing' || student.state === 'stuck'
  return Array.from({ length: last + 1 }, (_, index) => {
    const hard = MISTAKES.some(({ cellIndex }) => cellIndex === index)
    const errors = random() < (hard ? 0.5 : 0.12) ? 1 + Math.floor(random() * 4) : 0
    if (index < last || !failing) return cellOf(student.student, index, { runs: errors + 1, errors })
    return cellOf(student.student, index, { runs: 5, errors: 5, hasError: true })
  })
}

/** The mistakes that several are in. */
export function clustersOf(students: readonly Student[], now: number): Cluster[] {
  const ago = (seconds: number) => new Date(now - seconds * 1000).toISOString()
  return MISTAKES.map(({ cellIndex, errorName, shape }, place) => {
    const inIt = students.filter(
      (student) =>
        (student.state === 'failing' || student.state === 'stuck') && student.cellIndex === cellIndex,
    )
    return {
      cluster: `mistake-${place}`,
      errorName,
      shape,
      notebook: NOTEBOOK,
      notebookPath: 'lessons/lesson3.ipynb',
      cellId: `cell-${cellIndex}`,
      cellIndex,
      students: inIt.map(({ student }) => student),
      solved: Math.floor(students.length / 8),
      runs: inIt.length * 4 + Math.floor(students.length / 4),
      since: ago(1400 - place * 300),
      latest: ago(12 + place * 40),
    }
  })
}
