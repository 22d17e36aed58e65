import { IconUsersGroup } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { Button } from '@mantine/core'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { liveClusters } from '../classroom/live-clusters'
import { cellName } from '../classroom/words'
import { HintDialog } from '../help/HintDialog'
import type { Cluster } from '../live/class-frames'
import { useHeldList } from './use-held-list'

/** The rest is one click away. */
const SHOWN = 4

const keyOf = ({ cluster }: Cluster) => cluster

/** The mistakes that several are in just now, with a hint to all of them one click away; it is written on while they change. */
export function RailClusters({ held }: { held: boolean }) {
  const [hinted, setHinted] = useState<Cluster | null>(null)
  return (
    <>
      <ClusterList held={held} onHint={setHinted} />
      {hinted && (
        <HintDialog
          target={{
            students: hinted.students,
            name: null,
            notebook: hinted.notebook,
            cellId: hinted.cellId,
          }}
          onClose={() => setHinted(null)}
        />
      )}
    </>
  )
}

function ClusterList({ held, onHint }: { held: boolean; onHint: (cluster: Cluster) => void }) {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const clusters = useClassView((view) => view.clusters)
  const wanted = useMemo(() => liveClusters(clusters.values()).slice(0, SHOWN), [clusters])
  const list = useHeldList(wanted, keyOf, held)
  if (list.length === 0) return null
  return (
    <section className="rail-clusters" aria-labelledby="rail-clusters-title">
      <h2 id="rail-clusters-title">{t('rail.clusters')}</h2>
      <ol>
        {list.map(({ entry, over }) => (
          <li key={entry.cluster} className="rail-cluster" data-over={over}>
            <span className="rail-cluster-count">
              <IconUsersGroup size="1rem" aria-hidden="true" />
              {entry.students.length}
            </span>
            <Link
              to={`/classes/${id}/errors?${new URLSearchParams({ cluster: entry.cluster }).toString()}`}
              className="rail-cluster-error"
            >
              {entry.errorName}
            </Link>
            <span className="rail-cluster-where">{cellName(t, entry.cellIndex)}</span>
            <Button
              size="compact-xs"
              variant="default"
              disabled={over}
              aria-label={t('hint.toMany', { count: entry.students.length })}
              onClick={() => onHint(entry)}
            >
              {t('hint.short')}
            </Button>
          </li>
        ))}
      </ol>
    </section>
  )
}
