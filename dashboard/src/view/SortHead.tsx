import type { Sorting } from './sorting'

interface SortHeadProps<Column extends string> {
  readonly column: Column
  readonly label: string
  readonly number?: boolean
  readonly sorting: Sorting<Column>
  readonly onChoose: (column: Column) => void
}

/** The head of a column that sorts, by pointer and by keyboard. */
export function SortHead<Column extends string>(props: SortHeadProps<Column>) {
  const { column, label, number = false, sorting, onChoose } = props
  const order = sorting.descending ? 'descending' : 'ascending'
  return (
    <th
      scope="col"
      className={number ? 'number' : undefined}
      aria-sort={sorting.column === column ? order : 'none'}
    >
      <button type="button" onClick={() => onChoose(column)}>
        {label}
      </button>
    </th>
  )
}
