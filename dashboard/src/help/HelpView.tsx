import { Button } from '@mantine/core'
import { IconHandStop, IconMoodSmile } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { clockDuration } from '../classroom/duration'
import { helpQueue, waitingTimes } from '../classroom/help-queue'
import { studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import type { Help } from '../live/frames'
import { useHeldList } from '../now/use-held-list'
import { useHold } from '../now/use-hold'
import { useHelpActions } from './help-actions'
import { HelpRow } from './HelpRow'
import { HintDialog, type HintTarget } from './HintDialog'
import './help.css'
import './words'

const keyOf = ({ request }: Help) => request

/** Who is next, who is on it? A hint is written above the queue, which moves on meanwhile. */
export function HelpView() {
  const [target, setTarget] = useState<HintTarget | null>(null)
  return (
    <>
      <Queue onHint={setTarget} />
      {target && <HintDialog target={target} onClose={() => setTarget(null)} />}
    </>
  )
}

function Queue({ onHint }: { onHint: (target: HintTarget) => void }) {
  const { t } = useTranslation('help')
  const known = useClassView((view) => view.class !== null)
  const help = useClassView((view) => view.help)
  const { waiting, taken } = useMemo(() => helpQueue(help.values()), [help])
  const { held, handlers } = useHold()
  const queue = useHeldList(waiting, keyOf, held)
  const inHand = useHeldList(taken, keyOf, held)
  if (!known) {
    return (
      <main className="help-view">
        <p role="status">{t('loading')}</p>
      </main>
    )
  }
  if (queue.length + inHand.length === 0) return <NobodyAsks />
  return (
    <main className="help-view" {...handlers}>
      <header className="help-head">
        <h2>{t('title')}</h2>
        <WaitingTimes waiting={waiting} />
        <TakeNext next={waiting[0]} />
      </header>
      {queue.length > 0 && (
        <section aria-labelledby="help-waiting">
          <h3 id="help-waiting">{t('waiting')}</h3>
          <p className="help-note">{t('fair')}</p>
          <ol className="help-list">
            {queue.map(({ entry, over }) => (
              <HelpRow
                key={entry.request}
                help={help.get(entry.request) ?? entry}
                over={over && !help.has(entry.request)}
                onHint={onHint}
              />
            ))}
          </ol>
        </section>
      )}
      {inHand.length > 0 && (
        <section aria-labelledby="help-taken">
          <h3 id="help-taken">{t('taken')}</h3>
          <ul className="help-list">
            {inHand
              .filter(({ entry }) => !queue.some((one) => one.entry.request === entry.request))
              .map(({ entry, over }) => (
                <HelpRow key={entry.request} help={entry} over={over} onHint={onHint} />
              ))}
          </ul>
        </section>
      )}
    </main>
  )
}

function WaitingTimes({ waiting }: { waiting: readonly Help[] }) {
  const { t } = useTranslation('help')
  const now = useClassView((view) => view.now)
  const times = waitingTimes(waiting)
  if (!times) return <p className="help-times" />
  return (
    <p className="help-times">
      <strong>{t('count', { count: waiting.length })}</strong>
      <span>{t('longest', { time: clockDuration(times.longest, now) })}</span>
      {waiting.length > 2 && <span>{t('half', { time: clockDuration(times.median, now) })}</span>}
    </p>
  )
}

/** One button for whoever just wants to go on: it says nothing about whom, the queue is fair. */
function TakeNext({ next }: { next: Help | undefined }) {
  const { t } = useTranslation('help')
  const common = useTranslation().t
  const { onMyWay } = useHelpActions()
  const student = useClassView((view) => (next ? view.students.get(next.student) : undefined))
  if (!next) return null
  const name = studentName(common, student ?? { student: next.student, name: null })
  return (
    <Button
      leftSection={<IconHandStop size="1.125rem" aria-hidden="true" />}
      onClick={() => void onMyWay(next, name)}
    >
      {t('next')}
    </Button>
  )
}

function NobodyAsks() {
  const { t } = useTranslation('help')
  return (
    <main className="help-view help-nobody">
      <IconMoodSmile size="2.5rem" stroke={1.5} aria-hidden="true" />
      <h2>{t('nobody')}</h2>
      <p>{t('nobodyHint')}</p>
    </main>
  )
}
