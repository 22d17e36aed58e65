import type { StudentCells } from '../live/class-state'
import type { Student } from '../live/frames'
import { placeOf, type Column, type Columns } from './columns'

/** The students who are at one cell now. */
export interface PaceColumn {
  readonly column: Column
  readonly here: number
  /** Of those, who fails or is stuck there. */
  readonly failing: number
}

/** Where the class is. */
export interface Pace {
  readonly columns: readonly PaceColumn[]
  /** Where half of the class has come to, as a place among the columns; null while nobody is anywhere. */
  readonly half: number | null
  /** Students counted: in this notebook, not away. */
  readonly students: number
  readonly finished: number
}

/** Counts who is where. Who is away is not counted: the class goes on without them. */
export function pace(
  columns: Columns,
  students: Iterable<Student>,
  cells: ReadonlyMap<string, StudentCells>,
): Pace {
  const counts = columns.list.map((column) => ({ column, here: 0, failing: 0 }))
  let [counted, finished] = [0, 0]
  for (const student of students) {
    if (student.state === 'away') continue
    const place = placeOf(columns, student, cells.get(student.student))?.place
    const at = place === undefined ? undefined : counts[place]
    if (!at) continue
    counted += 1
    at.here += 1
    if (student.state === 'failing' || student.state === 'stuck') at.failing += 1
    if (student.state === 'finished') finished += 1
  }
  return {
    columns: counts,
    half: halfOf(counts, counted),
    students: counted,
    finished,
  }
}

/** The furthest place that at least half have reached. */
function halfOf(columns: readonly PaceColumn[], counted: number): number | null {
  let reached = 0
  for (const { column, here } of columns.toReversed()) {
    reached += here
    if (counted > 0 && reached * 2 >= counted) return column.place
  }
  return null
}
