import { useTranslation } from 'react-i18next'
import { OUTCOMES } from '../classroom/class-map'

/** What the squares of the map mean. */
export function MapLegend() {
  const { t } = useTranslation('map')
  return (
    <ul className="map-legend" aria-label={t('legend.label')}>
      {OUTCOMES.map((outcome) => (
        <li key={outcome}>
          <svg viewBox="0 0 12 12" aria-hidden="true" data-outcome={outcome}>
            <rect width="12" height="12" />
            {outcome === 'tried' && <circle cx="6" cy="6" r="1.6" />}
            {outcome === 'failed' && <path d="M3 9L9 3" />}
            {outcome === 'failing' && <path d="M3 9L9 3M3 3L9 9" />}
          </svg>
          {t(`legend.${outcome}`)}
        </li>
      ))}
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true" data-outcome="here">
          <rect y="9" width="12" height="3" />
        </svg>
        {t('legend.here')}
      </li>
      <li>
        <svg viewBox="0 0 12 12" aria-hidden="true" data-outcome="here">
          <rect x="5" width="2" height="12" />
        </svg>
        {t('legend.half')}
      </li>
    </ul>
  )
}
