import { useTranslation } from 'react-i18next'
import './words'

/** What is asked for is on its way. */
export function Loading() {
  const { t } = useTranslation('view')
  return <p role="status">{t('loading')}</p>
}
