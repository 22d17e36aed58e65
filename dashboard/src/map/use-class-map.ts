import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { NO_ARRANGEMENT, settle, type Settled } from '../classroom/arrangement'
import {
  columnTotals,
  mapOrder,
  mapRow,
  type ColumnTotal,
  type MapOrder,
  type MapRow,
} from '../classroom/class-map'
import { busiestNotebook, columnsOf, type Columns } from '../classroom/columns'
import { pace } from '../classroom/pace'
import { useClassView } from '../class-page/class-view'
import type { SharedNotebook } from '../live/class-frames'
import type { StudentCells } from '../live/class-state'
import type { Student } from '../live/frames'

/** All that the map shows of one notebook. */
export interface ClassMap {
  readonly notebook: SharedNotebook
  readonly columns: Columns
  /** In their order on screen. */
  readonly rows: readonly MapRow[]
  readonly totals: readonly ColumnTotal[]
  /** The column to which half of the class has come. */
  readonly half: number | null
  readonly failingRuns: number
}

/** The map of a notebook (null: of the one that most are in), null while there is none. `held`: rows stay where they are. */
export function useClassMap(notebook: string | null, order: MapOrder, held: boolean): ClassMap | null {
  const { i18n } = useTranslation()
  const students = useClassView((view) => view.students)
  const cells = useClassView((view) => view.cells)
  const notebooks = useClassView((view) => view.notebooks)
  const now = useClassView((view) => view.now)
  const failingRuns = useClassView((view) => view.class?.rules?.failingRuns ?? 3)
  const chosen = notebooks.get(notebook ?? '') ?? busiestNotebook(notebooks, students)
  const columns = useMemo(() => (chosen ? columnsOf(chosen) : null), [chosen])
  const rows = useRows(columns, students, cells)
  const wanted = useMemo(
    () => mapOrder(students, rows, order, i18n.language, now),
    [students, rows, order, i18n.language, now],
  )
  const shown = useSettled(wanted, `${order} ${chosen?.notebook ?? ''}`, held, now)
  return useMemo(() => {
    if (!chosen || !columns) return null
    const ordered = shown.flatMap((key) => rows.get(key) ?? [])
    const { half } = pace(columns, students.values(), cells)
    return {
      notebook: chosen,
      columns,
      rows: ordered,
      totals: columnTotals(columns, ordered),
      half,
      failingRuns,
    }
  }, [chosen, columns, rows, shown, students, cells, failingRuns])
}

interface KnownRow {
  readonly student: Student
  readonly cells: StudentCells | undefined
  readonly row: MapRow
}

/** Rows by student; the row of a student of whom nothing changed is the same as before. Only who has run a cell of it has one. */
function useRows(
  columns: Columns | null,
  students: ReadonlyMap<string, Student>,
  cells: ReadonlyMap<string, StudentCells>,
): ReadonlyMap<string, MapRow> {
  const [known] = useState(() => new WeakMap<Columns, Map<string, KnownRow>>())
  return useMemo(() => {
    const rows = new Map<string, MapRow>()
    if (!columns) return rows
    const before = known.get(columns) ?? new Map<string, KnownRow>()
    known.set(columns, before)
    for (const [key, student] of students) {
      const theirs = cells.get(key)
      const last = before.get(key)
      const same = last?.student === student && last.cells === theirs
      const row = same ? last.row : mapRow(columns, student, theirs)
      if (!same) before.set(key, { student, cells: theirs, row })
      if (row.here !== null || row.cells.some(Boolean)) rows.set(key, row)
    }
    return rows
  }, [columns, students, cells, known])
}

function useSettled(
  wanted: readonly string[],
  choice: string,
  held: boolean,
  now: number,
): readonly string[] {
  const [before, setBefore] = useState<Settled<string>>(NO_ARRANGEMENT)
  const next = settle(before, wanted, choice, (left, right) => left === right, held, now)
  if (next !== before) setBefore(next)
  return next.order
}
