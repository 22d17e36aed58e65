import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, matchPath, useLocation } from 'react-router'
import { VIEWS } from './views'

/** The views of a class, one question each; the one on screen is marked, whether or not its address ends with a slash. */
export function ViewLinks({ classId }: { classId: string }) {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const links = useRef<HTMLElement>(null)
  // On a phone they do not all fit: the one on screen is in sight.
  useEffect(() => {
    const current = links.current?.querySelector('[aria-current=page]')
    current?.scrollIntoView({ inline: 'nearest', block: 'nearest' })
  }, [pathname])
  return (
    <nav ref={links} className="view-links" aria-label={t('views.label')}>
      <ul>
        {VIEWS.map(({ name, path, end }) => {
          const address = `/classes/${classId}/${path}`
          const isOnScreen = matchPath({ path: address, end }, pathname) !== null
          return (
            <li key={name}>
              <Link to={address} aria-current={isOnScreen ? 'page' : undefined}>
                {t(`views.${name}`)}
              </Link>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
