import { IconMoodSmile } from '@tabler/icons-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { attention } from '../classroom/attention'
import { Arrivals } from './Arrivals'
import { useClassView } from '../class-page/class-view'
import { RailEntry } from './RailEntry'
import './rail.css'

/** More than anybody can walk to; the rest is a number. */
const SHOWN = 40

/** Who asks, is stuck or has technical trouble, and for how long. */
export function Rail() {
  const { t } = useTranslation()
  const students = useClassView((view) => view.students)
  const help = useClassView((view) => view.help)
  const entries = useMemo(() => attention(students, help), [students, help])
  const more = entries.length - SHOWN
  return (
    <aside className="rail" aria-labelledby="rail-title">
      <h2 id="rail-title">
        {t('rail.title')}
        {entries.length > 0 && <span className="rail-count">{entries.length}</span>}
      </h2>
      {entries.length === 0 ? (
        <div className="rail-calm">
          <IconMoodSmile size="1.75rem" stroke={1.5} aria-hidden="true" />
          <p>{t('rail.calm')}</p>
          <p className="rail-hint">{t('rail.calmHint')}</p>
        </div>
      ) : (
        <ol>
          {entries.slice(0, SHOWN).map((entry) => (
            <RailEntry key={entry.student.student} entry={entry} />
          ))}
        </ol>
      )}
      {more > 0 && <p className="rail-hint">{t('rail.more', { count: more })}</p>}
      <Arrivals entries={entries} />
    </aside>
  )
}
