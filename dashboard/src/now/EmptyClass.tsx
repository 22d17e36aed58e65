import { useTranslation } from 'react-i18next'
import './empty.css'

/** A class without students: how they join, and what can be tried at once. */
export function EmptyClass({ joinCode }: { joinCode: string }) {
  const { t } = useTranslation()
  return (
    <main className="empty">
      <h2>{t('empty.title')}</h2>
      <p>{t('empty.lead')}</p>
      <dl>
        <dt>{t('empty.code')}</dt>
        <dd className="empty-code">{joinCode}</dd>
        <dt>{t('empty.address')}</dt>
        <dd className="empty-address">{window.location.origin}</dd>
        {onThisComputer() && (
          <>
            <dt>{t('empty.lab')}</dt>
            <dd>
              <code>./dev lab</code> {t('empty.labHint')}
            </dd>
          </>
        )}
      </dl>
    </main>
  )
}

/** Only who runs the application where the page is shown has its command line. */
function onThisComputer(): boolean {
  return ['localhost', '127.0.0.1', '[::1]'].includes(window.location.hostname)
}
