import type { StudentCells } from '../live/class-state'
import type { Cell, Student } from '../live/frames'
import { columnOf, placeOf, type Columns } from './columns'
import { byNeed } from './urgency'

/** How a cell of the map went: not run, well, well after failed runs, failed, failed several times. */
export const OUTCOMES = ['none', 'well', 'tried', 'failed', 'failing'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** A student's row: one cell or none per column, and the column that they are in. */
export interface MapRow {
  readonly student: string
  readonly cells: readonly (Cell | undefined)[]
  readonly here: number | null
}

/** What one column adds up to. */
export interface ColumnTotal {
  /** Whose latest run of it went well. */
  readonly well: number
  /** Whose latest run of it failed. */
  readonly failed: number
}

export type MapOrder = 'progress' | 'need' | 'name'

export function mapRow(columns: Columns, student: Student, cells: StudentCells | undefined): MapRow {
  const row: (Cell | undefined)[] = new Array<Cell | undefined>(columns.list.length).fill(undefined)
  for (const cell of cells?.values() ?? []) {
    const column = columnOf(columns, cell)
    if (column) row[column.place] = cell
  }
  return { student: student.student, cells: row, here: placeOf(columns, student, cells)?.place ?? null }
}

/** `failingRuns`: from how many failed runs on it counts as failing. */
export function outcomeOf(cell: Cell | undefined, failingRuns = 3): Outcome {
  if (!cell) return 'none'
  if (cell.hasError) return cell.errors >= failingRuns ? 'failing' : 'failed'
  return cell.errors > 0 ? 'tried' : 'well'
}

export function columnTotals(columns: Columns, rows: readonly MapRow[]): ColumnTotal[] {
  return columns.list.map(({ place }) => {
    let [well, failed] = [0, 0]
    for (const row of rows) {
      const cell = row.cells[place]
      if (cell?.hasError) failed += 1
      else if (cell) well += 1
    }
    return { well, failed }
  })
}

/** The rows' students in the chosen order; by progress, who has come furthest is first, wherever they are now. */
export function mapOrder(
  students: ReadonlyMap<string, Student>,
  rows: ReadonlyMap<string, MapRow>,
  order: MapOrder,
  language: string,
  now: number,
): string[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const byName = (left: Student, right: Student) =>
    compare(left.name ?? '', right.name ?? '') || left.student.localeCompare(right.student)
  const reached = new Map([...rows].map(([student, { cells }]) => [student, cells.findLastIndex(Boolean)]))
  const furthest = ({ student }: Student) => reached.get(student) ?? -1
  const sorts = {
    name: byName,
    need: byNeed(now),
    progress: (left: Student, right: Student) => furthest(right) - furthest(left) || byName(left, right),
  }
  return [...students.values()]
    .filter(({ student }) => rows.has(student))
    .sort(sorts[order])
    .map(({ student }) => student)
}
