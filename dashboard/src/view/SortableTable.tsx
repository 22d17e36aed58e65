import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SortHead } from './SortHead'
import { sorted, useSorting, type Value } from './sorting'

/** A column of a table of `Row`. */
export interface Column<Row, Name extends string = string> {
  readonly name: Name
  readonly label: string
  /** By what it sorts; a column without does not sort. */
  readonly value?: (row: Row) => Value
  /** Stands at the right. */
  readonly number?: boolean
  /** Says whose row it is. */
  readonly head?: boolean
  readonly className?: string
  readonly show: (row: Row) => ReactNode
}

interface SortableTableProps<Row, Name extends string> {
  /** What the table is of. */
  readonly label: string
  readonly columns: readonly Column<Row, Name>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The column that sorts at first. */
  readonly first: NoInfer<Name>
  /** Whether a row is the one that is open. */
  readonly isOpen?: (row: Row) => boolean
}

/** A table that any of its columns sorts; a wide one scrolls by itself, also by keyboard. */
export function SortableTable<Row, Name extends string>(props: SortableTableProps<Row, Name>) {
  const { label, columns, rows, keyOf, first, isOpen } = props
  const { i18n } = useTranslation()
  const { sorting, choose } = useSorting<Name>({ column: first, descending: false })
  const value = columns.find(({ name }) => name === sorting.column)?.value
  const shown = value ? sorted(rows, value, sorting.descending, i18n.language) : rows
  return (
    <div className="figures-frame" tabIndex={0} role="region" aria-label={label}>
      <table className="figures">
        <thead>
          <tr>
            {columns.map((column) =>
              column.value ? (
                <SortHead
                  key={column.name}
                  column={column.name}
                  label={column.label}
                  number={column.number ?? false}
                  sorting={sorting}
                  onChoose={choose}
                />
              ) : (
                <th key={column.name} scope="col">
                  {column.label}
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={keyOf(row)} aria-current={isOpen?.(row) ? true : undefined}>
              {columns.map((column) => (
                <Figure key={column.name} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Figure<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { head = false, number = false, className, show } = column
  if (head) return <th scope="row">{show(row)}</th>
  return <td className={number ? 'number' : className}>{show(row)}</td>
}
