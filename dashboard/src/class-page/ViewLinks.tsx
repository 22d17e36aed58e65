import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { VIEWS } from './views'

/** The views of a class, one question each; the one on screen is marked. */
export function ViewLinks({ classId }: { classId: string }) {
  const { t } = useTranslation()
  return (
    <nav className="view-links" aria-label={t('views.label')}>
      <ul>
        {VIEWS.map(({ name, path, end }) => (
          <li key={name}>
            <NavLink to={`/classes/${classId}/${path}`} end={end}>
              {t(`views.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
