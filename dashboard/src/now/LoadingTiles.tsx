import { useTranslation } from 'react-i18next'

/** The place of the class until its first snapshot is here. */
export function LoadingTiles() {
  const { t } = useTranslation()
  return (
    <main className="now-loading">
      <p role="status">{t('loading')}</p>
      <div className="now-loading-tiles" aria-hidden="true">
        {Array.from({ length: 24 }, (_, place) => (
          <span key={place} />
        ))}
      </div>
    </main>
  )
}
