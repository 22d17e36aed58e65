import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Problem } from './Problem'

/** Shown by the router when a view throws. */
export function CrashPage() {
  const { t } = useTranslation()
  return (
    <Problem title={t('problem.crashedTitle')} text={t('problem.crashed')}>
      <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
    </Problem>
  )
}
