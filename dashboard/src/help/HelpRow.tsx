import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockDuration } from '../classroom/duration'
import { cellName, studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { useStudentBeside } from '../class-page/StudentBeside'
import type { Help } from '../live/frames'
import { HelpButtons } from './HelpButtons'
import { HintDialog } from './HintDialog'

/** One who asks: how long, who, where, with which words, and what can be done. `over`: asks no longer. */
export function HelpRow({ help, over }: { help: Help; over: boolean }) {
  const { t } = useTranslation('help')
  const common = useTranslation().t
  const student = useClassView((view) => view.students.get(help.student))
  const now = useClassView((view) => view.now)
  const { open, student: beside } = useStudentBeside()
  const [hinting, setHinting] = useState(false)
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
            onClick={() => setHinting(true)}
          >
            {t('hint')}
          </Button>
          <HelpButtons help={help} name={name} />
        </div>
      )}
      {hinting && (
        <HintDialog
          target={{ students: [help.student], name, notebook: help.notebook, cellId: help.cellId }}
          onClose={() => setHinting(false)}
        />
      )}
    </li>
  )
}
