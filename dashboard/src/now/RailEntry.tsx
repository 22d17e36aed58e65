import { useTranslation } from 'react-i18next'
import type { Attention } from '../classroom/attention'
import { clockDuration } from '../classroom/duration'
import { reasonInWords, studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { StateMark } from './StateMark'

/** One who needs somebody: who, why in words, how long they have waited. */
export function RailEntry({ entry }: { entry: Attention }) {
  const { t } = useTranslation()
  const now = useClassView((view) => view.now)
  const { student, help, since } = entry
  const waiting = clockDuration(since, now)
  return (
    <li className="rail-entry" data-state={student.state}>
      <StateMark state={student.state} />
      <span className="rail-name">{studentName(t, student)}</span>
      <span className="rail-waiting" aria-label={t('rail.waiting', { time: waiting })} role="img">
        {waiting}
      </span>
      <span className="rail-reason">
        {/* "Asks for help" says its state itself. */}
        {student.state !== 'asking' && <span className="rail-state">{t(`state.${student.state}`)}</span>}{' '}
        {reasonInWords(t, student, now)}
      </span>
      {help?.claim && (
        <span className="rail-claim">{t('rail.claimed', { name: help.claim.name ?? '?' })}</span>
      )}
      {help?.message && <q className="rail-message">{help.message}</q>}
    </li>
  )
}
