import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Attention } from '../classroom/attention'
import { clockDuration } from '../classroom/duration'
import { reasonInWords, studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { useStudentBeside } from '../class-page/use-student-beside'
import { HelpButtons } from '../help/HelpButtons'
import type { HintTarget } from '../help/HintDialog'
import { StateMark } from './StateMark'

interface RailEntryProps {
  readonly entry: Attention
  /** Needs nobody any longer. */
  readonly over: boolean
  readonly onHint: (target: HintTarget) => void
}

/** One who needs somebody: who, why in words, how long they have waited, and what to do about it. */
export function RailEntry({ entry, over, onHint }: RailEntryProps) {
  const { t } = useTranslation()
  const now = useClassView((view) => view.now)
  const { open, student: beside } = useStudentBeside()
  const { student, help, since } = entry
  const waiting = clockDuration(since, now)
  const name = studentName(t, student)
  return (
    <li
      className="rail-entry"
      data-state={student.state}
      data-over={over}
      data-beside={beside === student.student}
    >
      <StateMark state={student.state} />
      <button type="button" className="rail-name" onClick={() => open(student.student)}>
        {name}
      </button>
      <span className="rail-waiting" aria-label={t('rail.waiting', { time: waiting })} role="img">
        {over ? '' : waiting}
      </span>
      <span className="rail-reason">
        {over ? (
          <span className="rail-state">{t('rail.over')}</span>
        ) : (
          <>
            {/* "Asks for help" says its state itself. */}
            {student.state !== 'asking' && (
              <span className="rail-state">{t(`state.${student.state}`)}</span>
            )}{' '}
            {reasonInWords(t, student, now)}
          </>
        )}
      </span>
      {!over && (
        <Button
          className="rail-hint-to"
          size="compact-xs"
          variant="default"
          aria-label={t('hint.toOne', { name })}
          onClick={() => onHint(hintTo(entry, name))}
        >
          {t('hint.short')}
        </Button>
      )}
      {help?.message && !over && <q className="rail-message">{help.message}</q>}
      {help && !over && <HelpButtons help={help} name={name} />}
    </li>
  )
}

/** About the cell that they ask about or fail in, else the one where they are. */
function hintTo({ student, help }: Attention, name: string): HintTarget {
  const { notebook, cellId } = help ?? { ...student, cellId: student.reason?.cellId ?? student.cellId }
  return { students: [student.student], name, notebook, cellId }
}
