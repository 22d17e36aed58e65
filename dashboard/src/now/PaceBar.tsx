import type { TFunction } from 'i18next'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { busiestNotebook, columnsOf } from '../classroom/columns'
import { pace, type Pace } from '../classroom/pace'
import { cellName } from '../classroom/words'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import './pace.css'

/** Where the class is: how many are at which cell, who of them fails there, and where half of the class has come to. */
export function PaceBar() {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const now = usePace()
  if (!now || now.half === null) return null
  return (
    <section className="pace" aria-labelledby="pace-title">
      <h2 id="pace-title">{t('pace.title')}</h2>
      <p className="pace-words">{paceInWords(t, now)}</p>
      <Link className="pace-link" to={`/classes/${id}/map`} aria-label={t('pace.toMap')}>
        <PaceBars pace={now} />
      </Link>
    </section>
  )
}

/** The pace in the notebook that most of the class works in; null while there is none. */
export function usePace(): Pace | null {
  const students = useClassView((view) => view.students)
  const cells = useClassView((view) => view.cells)
  const notebooks = useClassView((view) => view.notebooks)
  return useMemo(() => {
    const notebook = busiestNotebook(notebooks, students)
    return notebook ? pace(columnsOf(notebook), students.values(), cells) : null
  }, [students, cells, notebooks])
}

/** Where half of the class is, in one sentence. */
export function paceInWords(t: TFunction, now: Pace): string {
  const half = now.half === null ? null : now.columns[now.half]
  const cell = cellName(t, half?.column.cellIndex ?? null) ?? ''
  const failing = [...now.columns].sort((left, right) => right.failing - left.failing)[0]
  const words = [t('pace.half', { cell })]
  if (now.finished > 0) words.push(t('pace.finished', { count: now.finished }))
  if (failing && failing.failing > 1) {
    const where = cellName(t, failing.column.cellIndex) ?? ''
    words.push(t('pace.failing', { cell: where, count: failing.failing }))
  }
  return words.join(t('pace.and'))
}

const HEIGHT = 40

/**
 * One bar per cell; who fails there is on top, in another lightness. `marked`: where half of the class is
 * is underlined, in a shape that any width leaves as it is. Decorative: the sentence beside it and the map's table say it.
 */
export function PaceBars({ pace: { columns, half }, marked = true }: { pace: Pace; marked?: boolean }) {
  const most = Math.max(1, ...columns.map(({ here }) => here))
  const height = (count: number) => (count / most) * HEIGHT
  return (
    <svg
      className="pace-bars"
      viewBox={`0 0 ${columns.length * 10} ${HEIGHT + (marked ? 7 : 1)}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {columns.map(({ column, here, failing }) => (
        <g key={column.key}>
          <rect className="pace-track" x={column.place * 10 + 1} y={HEIGHT} width="8" height="1" />
          <rect
            className="pace-here"
            x={column.place * 10 + 1}
            y={HEIGHT - height(here)}
            width="8"
            height={height(here)}
          />
          {failing > 0 && (
            <rect
              className="pace-failing"
              x={column.place * 10 + 1}
              y={HEIGHT - height(here)}
              width="8"
              height={height(failing)}
            />
          )}
        </g>
      ))}
      {marked && half !== null && (
        <rect className="pace-half" x={half * 10 + 1} y={HEIGHT + 3} width="8" height="4" />
      )}
    </svg>
  )
}
