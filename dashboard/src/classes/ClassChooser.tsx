import { useTranslation } from 'react-i18next'
import { Link, Navigate } from 'react-router'
import { Page } from '../frame/Page'
import { SignOutButton } from '../frame/SignOutButton'
import { useSignedIn } from '../session/SessionGate'
import './classes.css'

/** The teacher's classes; with only one, that class at once. */
export function ClassChooser() {
  const { t } = useTranslation()
  const { classes } = useSignedIn()
  const [first, second] = classes
  if (first && !second) return <Navigate to={`/classes/${first.id}`} replace />
  return (
    <Page title={t('classes.title')} actions={<SignOutButton />}>
      <section className="panel">
        <h1>{t(first ? 'classes.title' : 'classes.none')}</h1>
        {first ? (
          <ul className="class-list">
            {classes.map((entry) => (
              <li key={entry.id}>
                <Link to={`/classes/${entry.id}`}>
                  <span>{entry.name}</span>
                  <span className="class-zone">{entry.zone}</span>
                </Link>
              </li>
            ))}
          </ul>
        ) : (
          <p>{t('classes.noneHint')}</p>
        )}
      </section>
    </Page>
  )
}
