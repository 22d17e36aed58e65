import { Button } from '@mantine/core'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useRotateJoinCode } from './settings'

/** The code that students join with. Replacing it cannot be undone, so that this is asked about first. */
export function JoinCodePart() {
  const { t } = useTranslation('settings')
  const { id, joinCode } = useClassEntry()
  const rotate = useRotateJoinCode(id)
  const [asking, setAsking] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const close = () => {
    setAsking(false)
    opener.current?.focus()
  }
  return (
    <Part title={t('joinCode.title')} hint={t('joinCode.hint')}>
      <p className="join-code">
        <code>{joinCode}</code>
      </p>
      <Button
        ref={opener}
        variant="default"
        aria-expanded={asking}
        onClick={() => {
          rotate.reset()
          setAsking(true)
        }}
      >
        {t('joinCode.rotate')}
      </Button>
      {asking && (
        <div role="group" aria-label={t('joinCode.rotate')}>
          <p>{t('joinCode.ask', { code: joinCode })}</p>
          <div className="settings-actions">
            <Button
              color="red"
              loading={rotate.isPending}
              onClick={() => rotate.mutate(undefined, { onSettled: close })}
            >
              {t('joinCode.yes', { code: joinCode })}
            </Button>
            <Button variant="default" autoFocus onClick={close}>
              {t('joinCode.no')}
            </Button>
          </div>
        </div>
      )}
      <Outcome of={rotate} done={t('joinCode.done')} />
    </Part>
  )
}
