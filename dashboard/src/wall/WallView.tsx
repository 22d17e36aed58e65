import { IconArrowLeft } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { clockDuration } from '../classroom/duration'
import { helpQueue, waitingTimes } from '../classroom/help-queue'
import { liveClusters } from '../classroom/live-clusters'
import { stateCounts } from '../classroom/state-counts'
import { cellName } from '../classroom/words'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { EmptyClass } from '../now/EmptyClass'
import { LessonClock } from '../now/LessonClock'
import { LiveIndicator } from '../now/LiveIndicator'
import { PaceBars, paceInWords, usePace } from '../now/PaceBar'
import { StateMark } from '../now/StateMark'
import { PaceAxis } from './PaceAxis'
import './wall.css'
import './words'

/** For the wall: the class without names and without anybody's words, to be read from the last row. */
export function WallView() {
  const { t } = useTranslation('wall')
  const entry = useClassEntry()
  const known = useClassView((view) => view.class !== null)
  const empty = useClassView((view) => view.students.size === 0)
  return (
    <div className="wall">
      <header className="wall-head">
        <Link to={`/classes/${entry.id}`} className="wall-back" aria-label={t('back')}>
          <IconArrowLeft size="1.5rem" aria-hidden="true" />
        </Link>
        <h1>{entry.name}</h1>
        <LiveIndicator zone={entry.zone} />
        <LessonClock zone={entry.zone} />
        <p>
          {t('join')} <code>{entry.joinCode}</code>
        </p>
      </header>
      {!known && (
        <main>
          <p role="status">{t('loading')}</p>
        </main>
      )}
      {known && empty && <EmptyClass joinCode={entry.joinCode} />}
      {known && !empty && (
        <main className="wall-main">
          <Counts />
          <Pace />
          <Mistakes />
          <Waiting />
        </main>
      )}
    </div>
  )
}

function Counts() {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const counts = useMemo(() => stateCounts(students.values()), [students])
  return (
    <ul className="wall-counts" aria-label={t('toolbar.counts')}>
      {counts.map(({ state, count }) => (
        <li key={state} data-state={state}>
          <StateMark state={state} />
          <strong>{count}</strong>
          <span>{t(`state.${state}`)}</span>
        </li>
      ))}
    </ul>
  )
}

function Pace() {
  const { t } = useTranslation()
  const pace = usePace()
  if (!pace || pace.half === null) return null
  return (
    <section className="wall-pace" aria-labelledby="wall-pace">
      <h2 id="wall-pace">{t('pace.title')}</h2>
      <p>{paceInWords(t, pace)}</p>
      <PaceBars pace={pace} marked={false} />
      <PaceAxis pace={pace} />
    </section>
  )
}

/** Names of errors and cells; not the messages, in which there may be somebody's own names. */
function Mistakes() {
  const { t } = useTranslation('wall')
  const common = useTranslation().t
  const clusters = useClassView((view) => view.clusters)
  const list = useMemo(() => liveClusters(clusters.values()).slice(0, 4), [clusters])
  return (
    <section className="wall-part" aria-labelledby="wall-mistakes">
      <h2 id="wall-mistakes">{t('mistakes')}</h2>
      {list.length === 0 && <p>{t('noMistakes')}</p>}
      <ol>
        {list.map(({ cluster, students, errorName, cellIndex }) => (
          <li key={cluster}>
            <strong>{students.length}</strong> {errorName} <span>{cellName(common, cellIndex)}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function Waiting() {
  const { t } = useTranslation('wall')
  const help = useClassView((view) => view.help)
  const now = useClassView((view) => view.now)
  const { waiting, taken } = useMemo(() => helpQueue(help.values()), [help])
  const times = waitingTimes(waiting)
  return (
    <section className="wall-part" aria-labelledby="wall-waiting">
      <h2 id="wall-waiting">{t('help')}</h2>
      <p className="wall-waiting">
        <strong>{waiting.length}</strong> {t('waiting', { count: waiting.length })}
      </p>
      {times && <p>{t('longest', { time: clockDuration(times.longest, now) })}</p>}
      {taken.length > 0 && <p>{t('taken', { count: taken.length })}</p>}
    </section>
  )
}
