import { useMediaQuery } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { matchPath, Outlet, useLocation, useParams } from 'react-router'
import type { ClassEntry } from '../api/client'
import { ButtonLink } from '../frame/ButtonLink'
import { useTitle } from '../frame/Page'
import { Problem } from '../frame/Problem'
import { Header } from '../now/Header'
import { Keyboard } from '../keyboard/Keyboard'
import { useSignedIn } from '../session/SessionGate'
import { useUpgrade } from '../upgrade/use-upgrade'
import { ClassEntryContext } from './class-entry'
import { ClassStoreContext, useClassView, useLiveClass } from './class-view'
import { DraftsContext, openDrafts } from './drafts'
import { EndedView } from './EndedView'
import { guardFocus } from './focus-guard'
import { useLaterParts } from './later-parts'
import { useOnTheWall } from './on-the-wall'
import { StudentBeside } from './StudentBeside'
import { useStudentBeside } from './use-student-beside'
import { UndoArea } from './UndoArea'
import { useAskAgain } from './use-ask-again'
import { ViewLinks } from './ViewLinks'
import { VIEWS } from './views'
import './class-page.css'

/** Where the student beside the view covers it (student.css). */
const NARROW = '(max-width: 60rem)'

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
  const [drafts] = useState(openDrafts)
  if (!store) return null
  return (
    <ClassEntryContext value={entry}>
      <ClassStoreContext value={store}>
        <DraftsContext value={drafts}>
          <UndoArea>
            <Content entry={entry} several={several} />
          </UndoArea>
        </DraftsContext>
      </ClassStoreContext>
    </ClassEntryContext>
  )
}

function Content({ entry, several }: { entry: ClassEntry; several: boolean }) {
  const { t } = useTranslation()
  const session = useSignedIn()
  const onTheWall = useOnTheWall()
  const ended = useClassView((view) => (view.freshness.kind === 'ended' ? view.freshness.ending : null))
  const stale = useClassView((view) => view.freshness.kind === 'stale')
  const narrow = useMediaQuery(NARROW)
  const { student } = useStudentBeside()
  const covered = narrow && student !== null && !onTheWall
  useTitle(useViewTitle(entry.name))
  useAskAgain()
  useLaterParts()
  useUpgrade()
  useEffect(() => guardFocus(document), [])
  if (ended) return <EndedView ending={ended} />
  return (
    <div className="class-page" data-stale={stale}>
      {!onTheWall && (
        <div inert={covered}>
          <a className="skip" href="#view">
            {t('skip')}
          </a>
          <Header entry={entry} several={several} />
          <ViewLinks classId={entry.id} />
        </div>
      )}
      <Keyboard />
      <div className="class-page-body">
        <div id="view" className="class-page-view" tabIndex={-1} inert={covered}>
          <Outlet context={session} />
        </div>
        {!onTheWall && <StudentBeside />}
      </div>
    </div>
  )
}

/** The class, and which of its views is on screen unless it is the first. */
function useViewTitle(name: string): string {
  const { t } = useTranslation()
  const { pathname } = useLocation()
  const paths = [...VIEWS, { name: 'wall', path: 'wall' } as const]
  const view = paths.find(({ path }) => path !== '' && matchPath(`/classes/:id/${path}`, pathname) !== null)
  return view ? `${t(`views.${view.name}`)} · ${name}` : name
}
