import { useTranslation } from 'react-i18next'
import { outcomeOf } from '../classroom/class-map'
import { cellName } from '../classroom/words'
import type { Cursor } from './cursor'
import type { ClassMap } from './use-class-map'

interface MapPointerProps {
  readonly map: ClassMap
  readonly names: ReadonlyMap<string, string>
  /** With a place in the window it stands beside the pointer; without, it is words only. */
  readonly at: Cursor & { readonly x?: number; readonly y?: number }
}

/** What is at a cell of the map, in words: whose, which, how it went. */
export function MapPointer({ map, names, at }: MapPointerProps) {
  const { t } = useTranslation('map')
  const common = useTranslation().t
  const column = map.columns.list[at.column]
  const row = map.rows[at.row]
  const total = map.totals[at.column]
  const words = [row && names.get(row.student), column && cellName(common, column.cellIndex)]
  if (row && column) {
    const cell = row.cells[at.column]
    const outcome = outcomeOf(cell, map.failingRuns)
    words.push(t(`outcome.${outcome}`, { count: cell?.runs ?? 0, errors: cell?.errors ?? 0 }))
    if (row.here === at.column) words.push(t('here'))
  } else if (total) words.push(t('total', { well: total.well, failed: total.failed }))
  const text = words.filter(Boolean).join(' · ')
  if (at.x === undefined || at.y === undefined) return text
  const late = at.column > map.columns.list.length / 2
  return (
    <div
      className="map-pointer"
      aria-hidden="true"
      style={{ left: at.x, top: at.y, transform: `translate(${late ? 'calc(-100% - 12px)' : '12px'}, 12px)` }}
    >
      {text}
    </div>
  )
}
