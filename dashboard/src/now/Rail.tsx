import { IconMoodSmile } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { attention, type Attention } from '../classroom/attention'
import { Arrivals } from './Arrivals'
import { useClassView } from '../class-page/class-view'
import { HintDialog, type HintTarget } from '../help/HintDialog'
import { RailClusters } from './RailClusters'
import { RailEntry } from './RailEntry'
import { useHeldList } from './use-held-list'
import { useHold } from './use-hold'
import './rail.css'

/** More than anybody can walk to; the rest is a number. */
const SHOWN = 40

/** Who waits weighs more as time passes: looked at anew this often. */
const WEIGHED_EVERY_MS = 5000

const keyOf = ({ student }: Attention) => student.student

/** Who asks, is stuck or has technical trouble, and for how long; and which mistake several are in. */
export function Rail() {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const help = useClassView((view) => view.help)
  const now = useClassView((view) => Math.floor(view.now / WEIGHED_EVERY_MS) * WEIGHED_EVERY_MS)
  const entries = useMemo(() => attention(students, help, now), [students, help, now])
  const [hinted, setHinted] = useState<HintTarget | null>(null)
  const { held, handlers } = useHold()
  const list = useHeldList(entries, keyOf, held)
  const more = list.length - SHOWN
  return (
    <aside className="rail" aria-labelledby="rail-title" {...handlers}>
      <div className="rail-people" tabIndex={-1}>
        <h2 id="rail-title">
          {t('rail.title')}
          {entries.length > 0 && <span className="rail-count">{entries.length}</span>}
        </h2>
        {list.length === 0 ? (
          <div className="rail-calm">
            <IconMoodSmile size="1.75rem" stroke={1.5} aria-hidden="true" />
            <p>{t('rail.calm')}</p>
            <p className="rail-hint">{t('rail.calmHint')}</p>
          </div>
        ) : (
          <ol>
            {list.slice(0, SHOWN).map(({ entry, over }) => (
              <RailEntry key={keyOf(entry)} entry={entry} over={over} onHint={setHinted} />
            ))}
          </ol>
        )}
        {more > 0 && <p className="rail-hint">{t('rail.more', { count: more })}</p>}
      </div>
      <RailClusters held={held} />
      <Arrivals entries={entries} />
      {hinted && <HintDialog target={hinted} onClose={() => setHinted(null)} />}
    </aside>
  )
}
