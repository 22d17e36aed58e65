import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { clockDuration } from '../classroom/duration'
import { cellName, studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { useStudentBeside } from '../class-page/use-student-beside'
import type { Help } from '../live/frames'
import { useHelpActions, useHolder } from './help-actions'
import { HelpButtons } from './HelpButtons'
import type { HintTarget } from './HintDialog'

interface HelpRowProps {
  readonly help: Help
  /** Asks no longer. */
  readonly over: boolean
  readonly onHint: (target: HintTarget) => void
}

/** One who asks: how long, who, where, with which words, and what can be done. */
export function HelpRow({ help, over, onHint }: HelpRowProps) {
  const { t } = useTranslation('help')
  const common = useTranslation().t
  const student = useClassView((view) => view.students.get(help.student))
  const now = useClassView((view) => view.now)
  const { open, student: beside } = useStudentBeside()
  const { release } = useHelpActions()
  const holder = useHolder()(help)
  const name = studentName(common, student ?? { student: help.student, name: null })
  const waited = clockDuration(help.since, now)
  return (
    <li
      className="help-row"
      data-over={over}
      data-beside={beside === help.student}
      data-taken={help.claim !== null}
    >
      <span className="help-waited" role="img" aria-label={t('waitingFor', { time: waited })}>
        {over ? '–' : waited}
      </span>
      <div className="help-who">
        <button type="button" className="help-name" onClick={() => open(help.student)}>
          {name}
        </button>
        <span className="help-where">{cellName(common, help.cellIndex)}</span>
        {over ? <p>{t('over')}</p> : help.message && <q className="help-message">{help.message}</q>}
        {help.claim && !over && (
          <p className="help-claim">
            {t(help.state === 'on_my_way' ? 'onMyWay' : 'claimed')}{' '}
            {t('claimedFor', { time: clockDuration(help.claim.at, now) })}
          </p>
        )}
      </div>
      {!over && (
        <div className="help-actions">
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('lookAt', { name })}
            onClick={() => open(help.student)}
          >
            {t('look')}
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={common('hint.toOne', { name })}
            onClick={() =>
              onHint({ students: [help.student], name, notebook: help.notebook, cellId: help.cellId })
            }
          >
            {t('hint')}
          </Button>
          <HelpButtons help={help} name={name} />
          {holder === 'me' && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('releaseOf', { name })}
              onClick={() => void release(help)}
            >
              {t('release')}
            </Button>
          )}
        </div>
      )}
    </li>
  )
}
