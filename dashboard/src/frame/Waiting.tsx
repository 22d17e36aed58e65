import { Loader } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { Page } from './Page'

/** Loading, in words too. */
export function Waiting() {
  const { t } = useTranslation()
  return (
    <Page title={t('product')}>
      <p role="status" className="brand">
        <Loader size="sm" aria-hidden="true" />
        {t('loading')}
      </p>
    </Page>
  )
}
