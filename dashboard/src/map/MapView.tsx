import { SegmentedControl } from '@mantine/core'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import type { MapOrder } from '../classroom/class-map'
import { cellName, studentName } from '../classroom/words'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { useHold } from '../now/use-hold'
import { MapCanvas } from './MapCanvas'
import { MapLegend } from './MapLegend'
import { MapTable } from './MapTable'
import { useClassMap, type ClassMap } from './use-class-map'
import './map.css'
import './words'

type Look = 'fit' | 'names' | 'table'

/** Where is the class? One row per student, one column per cell of the shared notebook. */
export function MapView() {
  const { t } = useTranslation('map')
  const [order, setOrder] = useState<MapOrder>('progress')
  const [look, setLook] = useState<Look>('fit')
  const [notebook, setNotebook] = useState<string | null>(null)
  const { held, handlers } = useHold()
  const known = useClassView((view) => view.class !== null)
  // Which notebook most are in changes; not under the pointer.
  const [shown, setShown] = useState<string | null>(null)
  const map = useClassMap(notebook ?? (held ? shown : null), order, held)
  if (map && map.notebook.notebook !== shown) setShown(map.notebook.notebook)
  const names = useNames()
  const summary = useSummary(map)
  const toCell = useOpenCell(map)
  if (!known || !map || map.rows.length === 0) {
    return (
      <main className="map-view map-empty">
        <h2 role="status">{t(known ? 'empty' : 'loading')}</h2>
        {known && <p>{t('emptyHint')}</p>}
      </main>
    )
  }
  return (
    <main className="map-view">
      <div className="map-tools">
        <NotebookChoice chosen={map.notebook.notebook} onChosen={setNotebook} />
        <SegmentedControl
          size="sm"
          aria-label={t('order.label')}
          transitionDuration={0}
          data={(['progress', 'need', 'name'] as const).map((value) => ({
            value,
            label: t(`order.${value}`),
          }))}
          value={order}
          onChange={setOrder}
        />
        <SegmentedControl
          size="sm"
          aria-label={t('look.label')}
          transitionDuration={0}
          data={(['fit', 'names', 'table'] as const).map((value) => ({ value, label: t(`look.${value}`) }))}
          value={look}
          onChange={setLook}
        />
        <p className="map-summary">{summary}</p>
      </div>
      <div className="map-body" {...handlers}>
        {look === 'table' ? (
          <MapTable key={`${map.notebook.notebook} ${order}`} map={map} names={names} summary={summary} />
        ) : (
          <MapCanvas map={map} names={names} fit={look === 'fit'} summary={summary} onColumn={toCell} />
        )}
      </div>
      <MapLegend />
    </main>
  )
}

function useNames(): ReadonlyMap<string, string> {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  return useMemo(
    () => new Map([...students.values()].map((student) => [student.student, studentName(t, student)])),
    [students, t],
  )
}

function useSummary(map: ClassMap | null): string {
  const { t } = useTranslation('map')
  const common = useTranslation().t
  if (!map) return ''
  const half = map.half === null ? undefined : map.columns.list[map.half]
  const counts = { students: map.rows.length, cells: map.columns.list.length }
  if (!half) return t('summary', counts)
  return `${t('summary', counts)} ${common('pace.half', { cell: cellName(common, half.cellIndex) ?? '' })}`
}

/** Leads to all answers to a cell. */
function useOpenCell(map: ClassMap | null) {
  const { id } = useClassEntry()
  const navigate = useNavigate()
  return (place: number) => {
    const cell = map?.columns.list[place]?.cellId
    if (!map || !cell) return
    const query = new URLSearchParams({ notebook: map.notebook.notebook, cell })
    void navigate(`/classes/${id}/notebook?${query.toString()}`)
  }
}

/** Which notebook the map is of, where the class has several. */
function NotebookChoice({ chosen, onChosen }: { chosen: string; onChosen: (notebook: string) => void }) {
  const { t } = useTranslation('map')
  const notebooks = useClassView((view) => view.notebooks)
  if (notebooks.size < 2) return null
  return (
    <select
      className="map-notebook"
      aria-label={t('notebook')}
      value={chosen}
      onChange={(event) => onChosen(event.currentTarget.value)}
    >
      {[...notebooks.values()].map(({ notebook, path }) => (
        <option key={notebook} value={notebook}>
          {path ?? notebook.slice(0, 8)}
        </option>
      ))}
    </select>
  )
}
