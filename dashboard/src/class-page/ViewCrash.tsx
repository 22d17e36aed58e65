import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'

/** In place of a view that threw: the class around it goes on. */
export function ViewCrash() {
  const { t } = useTranslation()
  return (
    <main className="part-waiting">
      <div role="alert" className="part-problem">
        <h2>{t('problem.crashedTitle')}</h2>
        <p>{t('problem.crashed')}</p>
        <Button onClick={() => window.location.reload()}>{t('problem.reload')}</Button>
      </div>
    </main>
  )
}
