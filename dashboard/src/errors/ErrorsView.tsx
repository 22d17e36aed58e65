import { IconMoodSmile } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { leftClusters, liveClusters, pastClusters } from '../classroom/live-clusters'
import type { Held } from '../classroom/held-list'
import { useClassView } from '../class-page/class-view'
import type { Cluster } from '../live/class-frames'
import { useHeldList } from '../now/use-held-list'
import { useHold } from '../now/use-hold'
import { ClusterPanel } from './ClusterPanel'
import { ClusterRow } from './ClusterRow'
import './errors.css'
import './words'

const keyOf = ({ cluster }: Cluster) => cluster

/** What is going wrong for many? The mistakes on the left, the chosen one with its ways out on the right. */
export function ErrorsView() {
  const { t } = useTranslation('errors')
  const known = useClassView((view) => view.class !== null)
  const clusters = useClassView((view) => view.clusters)
  const live = useMemo(() => liveClusters(clusters.values()), [clusters])
  const left = useMemo(() => leftClusters(clusters.values()), [clusters])
  const past = useMemo(() => pastClusters(clusters.values()), [clusters])
  const { held, handlers } = useHold()
  const list = useHeldList(live, keyOf, held)
  const lone = useHeldList(left, keyOf, held)
  const gone = useHeldList(past, keyOf, held)
  const [shown, setShown] = useState('')
  const [parameters, setParameters] = useSearchParams()
  const wanted = parameters.get('cluster')
  // What is being read stays, whichever mistake is the most frequent by now.
  const chosen = clusters.get(wanted ?? '') ?? clusters.get(shown) ?? list[0]?.entry ?? left[0] ?? past[0]
  if (chosen && chosen.cluster !== shown) setShown(chosen.cluster)
  const choose = (cluster: string) =>
    setParameters(
      (now) => {
        const next = new URLSearchParams(now)
        next.set('cluster', cluster)
        return next
      },
      { replace: true },
    )
  // One that is held at its place is at no other too.
  const alone = without(lone, list)
  const before = without(without(gone, list), lone)
  if (!known || !chosen) {
    return (
      <main className="errors-view errors-none">
        <IconMoodSmile size="2.5rem" stroke={1.5} aria-hidden="true" />
        <h2 role="status">{t(known ? 'none' : 'loading')}</h2>
        {known && <p>{t('noneHint')}</p>}
      </main>
    )
  }
  const rows = (entries: readonly Held<Cluster>[]) => (
    <ul>
      {entries.map(({ entry }) => {
        const cluster = clusters.get(entry.cluster) ?? entry
        return (
          <ClusterRow
            key={entry.cluster}
            cluster={cluster}
            over={cluster.students.length === 0}
            chosen={entry.cluster === chosen.cluster}
            onChosen={choose}
          />
        )
      })}
    </ul>
  )
  return (
    <main className="errors-view">
      <div className="errors-list" {...handlers}>
        <h2>{t('now')}</h2>
        {list.length === 0 && <p className="errors-quiet">{t('none')}</p>}
        {rows(list)}
        {alone.length > 0 && (
          <>
            <h2>{t('left')}</h2>
            {rows(alone)}
          </>
        )}
        {before.length > 0 && (
          <>
            <h2>{t('past')}</h2>
            {rows(before)}
          </>
        )}
      </div>
      <ClusterPanel key={chosen.cluster} cluster={chosen} />
    </main>
  )
}

function without(list: readonly Held<Cluster>[], others: readonly Held<Cluster>[]) {
  const elsewhere = new Set(others.map(({ entry }) => entry.cluster))
  return list.filter(({ entry }) => !elsewhere.has(entry.cluster))
}
