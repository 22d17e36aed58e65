import { useTranslation } from 'react-i18next'
import { useClassView } from '../class-page/class-view'

/** The place of the class until its first snapshot is here; when that takes too long, why it may not come. */
export function LoadingTiles() {
  const { t } = useTranslation()
  const unreached = useClassView(({ freshness }) => freshness.kind === 'unreached')
  return (
    <main className="now-loading">
      {unreached ? <p role="alert">{t('live.explain.unreached')}</p> : <p role="status">{t('loading')}</p>}
      <div className="now-loading-tiles" aria-hidden="true">
        {Array.from({ length: 24 }, (_, place) => (
          <span key={place} />
        ))}
      </div>
    </main>
  )
}
