import type { SharedNotebook } from '../live/class-frames'
import type { Cell, Student } from '../live/frames'
import { cellKey, type StudentCells } from '../live/class-state'

/** One shared code cell: a column of the map and of the bar that shows the class's pace. */
export interface Column {
  /** The shared cell's id; without one, its index. */
  readonly key: string
  readonly cellId: string | null
  readonly cellIndex: number | null
  /** From 0, among the columns. */
  readonly place: number
}

/** The columns of a notebook, and which of them a cell stands in. */
export interface Columns {
  readonly notebook: string
  readonly list: readonly Column[]
  readonly byKey: ReadonlyMap<string, Column>
}

export function columnsOf(notebook: SharedNotebook): Columns {
  const list = notebook.cells.map(({ cellId, cellIndex }, place) => ({
    key: cellId ?? `#${cellIndex ?? place}`,
    cellId,
    cellIndex,
    place,
  }))
  return { notebook: notebook.notebook, list, byKey: new Map(list.map((column) => [column.key, column])) }
}

/** The notebook that most of the students are in now; of equals the first by path. */
export function busiestNotebook(
  notebooks: ReadonlyMap<string, SharedNotebook>,
  students: ReadonlyMap<string, Student>,
): SharedNotebook | null {
  const counts = new Map<string, number>()
  for (const { notebook } of students.values()) {
    if (notebook !== null) counts.set(notebook, (counts.get(notebook) ?? 0) + 1)
  }
  const busy = ({ notebook }: SharedNotebook) => counts.get(notebook) ?? 0
  const [most] = [...notebooks.values()].sort(
    (left, right) => busy(right) - busy(left) || (left.path ?? '').localeCompare(right.path ?? ''),
  )
  return most ?? null
}

/** The column of a cell; undefined for a cell of their own, or of another notebook. */
export function columnOf(columns: Columns, cell: Cell): Column | undefined {
  if (cell.notebook !== columns.notebook || cell.sharedCellId === null) return undefined
  return columns.byKey.get(cell.sharedCellId)
}

/** Where a student is: the column of the cell they ran last, else the furthest they have reached; undefined: not in this notebook. */
export function placeOf(
  columns: Columns,
  student: Student,
  cells: StudentCells | undefined,
): Column | undefined {
  if (student.notebook !== columns.notebook || !cells) return undefined
  const current = cells.get(cellKey(student))
  const here = current && columnOf(columns, current)
  if (here) return here
  let furthest: Column | undefined
  for (const cell of cells.values()) {
    const column = columnOf(columns, cell)
    if (column && column.place >= (furthest?.place ?? 0)) furthest = column
  }
  return furthest
}
