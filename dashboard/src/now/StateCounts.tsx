import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { stateCounts } from '../classroom/state-counts'
import { useClassView } from '../class-page/class-view'
import type { StudentState } from '../live/frames'
import { StateMark } from './StateMark'

interface StateCountsProps {
  /** The only state that is shown; null: all. */
  readonly chosen: StudentState | null
  readonly onChosen: (state: StudentState | null) => void
  /** Who is on the roster and not here yet. */
  readonly missing: number
}

/** How the class is as a whole: the legend of the marks, and a filter. */
export function StateCounts({ chosen, onChosen, missing }: StateCountsProps) {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const counts = useMemo(() => stateCounts(students.values(), chosen), [students, chosen])
  return (
    <ul className="state-counts" aria-label={t('toolbar.counts')}>
      <li>
        <button
          type="button"
          className="state-count state-count-all"
          aria-pressed={chosen === null}
          onClick={() => onChosen(null)}
        >
          {t('toolbar.students', { count: students.size })}
        </button>
      </li>
      {counts.map(({ state, count }) => (
        <li key={state}>
          <button
            type="button"
            className="state-count"
            aria-pressed={chosen === state}
            onClick={() => onChosen(chosen === state ? null : state)}
          >
            <StateMark state={state} />
            <strong>{count}</strong>
            <span>{t(`state.${state}`)}</span>
          </button>
        </li>
      ))}
      {missing > 0 && (
        <li>
          <a className="state-count" href="#not-here">
            <span className="not-here-mark" aria-hidden="true" />
            <strong>{missing}</strong>
            <span>{t('state.notHere')}</span>
          </a>
        </li>
      )}
    </ul>
  )
}
