import { useTranslation } from 'react-i18next'
import { useParams } from 'react-router'
import type { ClassEntry } from '../api/client'
import { ButtonLink } from '../frame/ButtonLink'
import { useTitle } from '../frame/Page'
import { Problem } from '../frame/Problem'
import { useSignedIn } from '../session/SessionGate'
import { ClassStoreContext, useClassView, useLiveClass } from './class-view'
import { EmptyClass } from './EmptyClass'
import { EndedView } from './EndedView'
import { Header } from './Header'
import { LoadingTiles } from './LoadingTiles'
import { Rail } from './Rail'
import { Students } from './Students'
import './now.css'

/** Who needs me? The class as it is now. */
export function ClassNow() {
  const { t } = useTranslation()
  const { id } = useParams()
  const session = useSignedIn()
  const entry = session.classes.find((candidate) => candidate.id === id)
  if (!entry) {
    return (
      <Problem
        signedIn
        title={t('problem.forbiddenTitle')}
        text={t('problem.forbidden', { name: session.displayName })}
      >
        <ButtonLink to="/">{t('problem.toClasses')}</ButtonLink>
      </Problem>
    )
  }
  return <LiveView key={entry.id} entry={entry} several={session.classes.length > 1} />
}

function LiveView({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const store = useLiveClass(entry.id)
  useTitle(entry.name)
  if (!store) return null
  return (
    <ClassStoreContext value={store}>
      <Content entry={entry} several={several} />
    </ClassStoreContext>
  )
}

function Content({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const { t } = useTranslation()
  const known = useClassView((view) => view.class !== null)
  const empty = useClassView((view) => view.students.size === 0)
  const ended = useClassView((view) => (view.freshness.kind === 'ended' ? view.freshness.ending : null))
  const stale = useClassView((view) => view.freshness.kind === 'stale')
  if (ended) return <EndedView ending={ended} />
  return (
    <div className="now" data-stale={stale}>
      <a className="skip" href="#students">
        {t('skip')}
      </a>
      <Header entry={entry} several={several} />
      {!known && <LoadingTiles />}
      {known && empty && <EmptyClass joinCode={entry.joinCode} />}
      {known && !empty && (
        <div className="now-body">
          <Rail />
          <Students />
        </div>
      )}
    </div>
  )
}
