import { useInterval } from '@mantine/hooks'
import { memo, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { outcomeOf, type MapRow } from '../classroom/class-map'
import { useStudentBeside } from '../class-page/use-student-beside'
import type { ClassMap } from './use-class-map'

/** A table that is read aloud must stand still meanwhile, milliseconds. */
const REFRESH_MS = 5000

interface MapTableProps {
  readonly map: ClassMap
  readonly names: ReadonlyMap<string, string>
  readonly summary: string
}

/** The map as a table: the same rows, columns and totals, renewed every few seconds. */
export function MapTable({ map: latest, names, summary }: MapTableProps) {
  const { t } = useTranslation('map')
  const map = useEvery(latest, REFRESH_MS)
  const { open } = useStudentBeside()
  const { list } = map.columns
  return (
    <div className="map-table" tabIndex={0} role="region" aria-label={t('table')}>
      <table>
        <caption>{summary}</caption>
        <thead>
          <tr>
            <th scope="col">{t('student')}</th>
            {list.map(({ key, cellIndex, place }) => (
              <th key={key} scope="col">
                {(cellIndex ?? place) + 1}
              </th>
            ))}
          </tr>
          <tr className="map-table-total">
            <th scope="row">{t('wellTotal')}</th>
            {list.map(({ key, place }) => (
              <td key={key}>{map.totals[place]?.well}</td>
            ))}
          </tr>
          <tr className="map-table-total">
            <th scope="row">{t('failedTotal')}</th>
            {list.map(({ key, place }) => (
              <td key={key}>{map.totals[place]?.failed || ''}</td>
            ))}
          </tr>
        </thead>
        <tbody>
          {map.rows.map((row) => (
            <TableRow
              key={row.student}
              row={row}
              name={names.get(row.student) ?? ''}
              failingRuns={map.failingRuns}
              onOpen={open}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TableRowProps {
  readonly row: MapRow
  readonly name: string
  readonly failingRuns: number
  readonly onOpen: (student: string) => void
}

const TableRow = memo(
  function TableRow({ row, name, failingRuns, onOpen }: TableRowProps) {
    const { t } = useTranslation('map')
    return (
      <tr>
        <th scope="row">
          <button type="button" onClick={() => onOpen(row.student)}>
            {name}
          </button>
        </th>
        {row.cells.map((cell, place) => {
          const outcome = outcomeOf(cell, failingRuns)
          return (
            <td key={place} data-outcome={outcome} data-here={row.here === place}>
              {t(`short.${outcome}`, { count: cell?.errors ?? 0 })}
            </td>
          )
        })}
      </tr>
    )
  },
  (before, after) =>
    before.row === after.row && before.name === after.name && before.failingRuns === after.failingRuns,
)

/** The value as it was at the last tick. */
function useEvery<T>(value: T, milliseconds: number): T {
  const [shown, setShown] = useState(value)
  const latest = useRef(value)
  useEffect(() => {
    latest.current = value
  })
  useInterval(() => setShown(latest.current), milliseconds, { autoInvoke: true })
  return shown
}
