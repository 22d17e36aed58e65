import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Outlet, useOutletContext } from 'react-router'
import type { Session } from '../api/client'
import { Problem } from '../frame/Problem'
import { Waiting } from '../frame/Waiting'
import { useSession } from './session'
import { SignIn } from './SignIn'

/** Lets the views behind it be seen by whoever is signed in; everybody else signs in at the same address. */
export function SessionGate() {
  const { t } = useTranslation()
  const { data: session, isPending, isError, refetch, isFetching } = useSession()
  if (isPending) return <Waiting />
  // What is known stays when asking again failed: whoever works here is not thrown out.
  if (isError && session === undefined) {
    return (
      <Problem title={t('problem.unreachableTitle')} text={t('problem.unreachable')}>
        <Button loading={isFetching} onClick={() => void refetch()}>
          {t('problem.retry')}
        </Button>
      </Problem>
    )
  }
  return session ? <Outlet context={session} /> : <SignIn />
}

/** The session, in a view behind the gate. */
export function useSignedIn(): Session {
  return useOutletContext<Session>()
}
