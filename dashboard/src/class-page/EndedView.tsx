import { Button } from '@mantine/core'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../frame/ButtonLink'
import { Problem } from '../frame/Problem'
import { Waiting } from '../frame/Waiting'
import type { Ending } from '../live/freshness'
import { useSessionEnded } from '../session/session'
import { useSignedIn } from '../session/SessionGate'

/** Why the class is not followed any more, and the way on. */
export function EndedView({ ending }: { ending: Ending }) {
  const { t } = useTranslation()
  const { displayName } = useSignedIn()
  const sessionEnded = useSessionEnded()
  useEffect(() => {
    if (ending === 'signed_out') sessionEnded()
  })
  switch (ending) {
    case 'signed_out':
      return <Waiting />
    case 'forbidden':
      return (
        <Problem
          signedIn
          title={t('problem.forbiddenTitle')}
          text={t('problem.forbidden', { name: displayName })}
        >
          <ButtonLink to="/">{t('problem.toClasses')}</ButtonLink>
        </Problem>
      )
    case 'closed':
      return (
        <Problem signedIn title={t('problem.closedTitle')} text={t('problem.closed')}>
          <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
        </Problem>
      )
  }
}
