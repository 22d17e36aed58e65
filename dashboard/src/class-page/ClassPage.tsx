import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { Outlet, useLocation, useParams } from 'react-router'
import type { ClassEntry } from '../api/client'
import { ButtonLink } from '../frame/ButtonLink'
import { useTitle } from '../frame/Page'
import { Problem } from '../frame/Problem'
import { Header } from '../now/Header'
import { Keyboard } from '../keyboard/Keyboard'
import { useSignedIn } from '../session/SessionGate'
import { ClassEntryContext } from './class-entry'
import { ClassStoreContext, useClassView, useLiveClass } from './class-view'
import { EndedView } from './EndedView'
import { StudentBeside } from './StudentBeside'
import { UndoArea } from './UndoArea'
import { ViewLinks } from './ViewLinks'
import './class-page.css'

/** A class: its header, the links to its views, one of them, and a student beside it. All share one live connection. */
export function ClassPage() {
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
  return <LiveClass key={entry.id} entry={entry} several={session.classes.length > 1} />
}

function LiveClass({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const store = useLiveClass(entry.id)
  useTitle(entry.name)
  if (!store) return null
  return (
    <ClassEntryContext value={entry}>
      <ClassStoreContext value={store}>
        <UndoArea>
          <Content entry={entry} several={several} />
        </UndoArea>
      </ClassStoreContext>
    </ClassEntryContext>
  )
}

function Content({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const { t } = useTranslation()
  const session = useSignedIn()
  const onTheWall = useLocation().pathname.endsWith('/wall')
  const ended = useClassView((view) => (view.freshness.kind === 'ended' ? view.freshness.ending : null))
  const stale = useClassView((view) => view.freshness.kind === 'stale')
  if (ended) return <EndedView ending={ended} />
  return (
    <div className="class-page" data-stale={stale}>
      {!onTheWall && (
        <>
          <a className="skip" href="#view">
            {t('skip')}
          </a>
          <Header entry={entry} several={several} />
          <ViewLinks classId={entry.id} />
        </>
      )}
      <Keyboard />
      <div className="class-page-body">
        <div id="view" className="class-page-view" tabIndex={-1}>
          <Suspense fallback={<p role="status">{t('loading')}</p>}>
            <Outlet context={session} />
          </Suspense>
        </div>
        {!onTheWall && <StudentBeside />}
      </div>
    </div>
  )
}
