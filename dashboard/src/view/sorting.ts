import { useState } from 'react'

/** A column of a table that sorts: by text in the order of the language, or by number; what is missing comes last. */
export type Value = string | number | null | undefined

export interface Sorting<Column extends string> {
  readonly column: Column
  readonly descending: boolean
}

/** Rows in the wanted order; equal ones stay in theirs. */
export function sorted<Row>(
  rows: readonly Row[],
  value: (row: Row) => Value,
  descending: boolean,
  language: string,
): Row[] {
  const collator = new Intl.Collator(language, { numeric: true })
  return rows.toSorted((left, right) => {
    const [a, b] = [value(left), value(right)]
    if (a === null || a === undefined) return b === null || b === undefined ? 0 : 1
    if (b === null || b === undefined) return -1
    const order =
      typeof a === 'number' && typeof b === 'number' ? a - b : collator.compare(String(a), String(b))
    return descending ? -order : order
  })
}

/** Which column sorts, and the way to choose another; choosing it again turns the order around. */
export function useSorting<Column extends string>(first: Sorting<Column>) {
  const [sorting, setSorting] = useState(first)
  const choose = (column: Column) =>
    setSorting((now) => ({ column, descending: now.column === column ? !now.descending : false }))
  return { sorting, choose }
}
