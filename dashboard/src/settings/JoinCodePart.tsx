import { Button } from '@mantine/core'
import { useState } from 'react'
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
  const replace = () => {
    rotate.mutate(undefined, { onSettled: () => setAsking(false) })
  }
  return (
    <Part title={t('joinCode.title')} hint={t('joinCode.hint')}>
      <p className="join-code">
        <code>{joinCode}</code>
      </p>
      {asking ? (
        <div role="group" aria-label={t('joinCode.rotate')}>
          <p>{t('joinCode.ask', { code: joinCode })}</p>
          <div className="settings-actions">
            <Button color="red" loading={rotate.isPending} onClick={replace}>
              {t('joinCode.yes', { code: joinCode })}
            </Button>
            <Button variant="default" autoFocus onClick={() => setAsking(false)}>
              {t('joinCode.no')}
            </Button>
          </div>
        </div>
      ) : (
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('joinCode.rotate')}
        </Button>
      )}
      <Outcome of={rotate} done={t('joinCode.done')} />
    </Part>
  )
}
