import { IconLogout } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useSignOut } from '../session/session'
import { IconAction } from './IconAction'

/** Ends the session; when that fails, the button says so and can be pressed again. */
export function SignOutButton() {
  const { t } = useTranslation()
  const { mutate, isPending, isError } = useSignOut()
  return (
    <>
      {isError && (
        <span role="alert" className="sign-out-failed">
          {t('signOutFailed')}
        </span>
      )}
      <IconAction label={t('signOut')} onClick={() => mutate()} loading={isPending}>
        <IconLogout size="1.125rem" stroke={1.8} />
      </IconAction>
    </>
  )
}
