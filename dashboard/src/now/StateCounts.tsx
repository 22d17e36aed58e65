import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { stateCounts } from '../classroom/state-counts'
import { useClassView } from '../class-page/class-view'
import { StateMark } from './StateMark'

/** How the class is as a whole; at the same time the legend of the marks. */
export function StateCounts() {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const counts = useMemo(() => stateCounts(students.values()), [students])
  return (
    <ul className="state-counts" aria-label={t('toolbar.counts')}>
      <li className="state-count-all">{t('toolbar.students', { count: students.size })}</li>
      {counts.map(({ state, count }) => (
        <li key={state}>
          <StateMark state={state} />
          <strong>{count}</strong>
          <span>{t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}
