import { useTranslation } from 'react-i18next'
import { minutesSince } from '../classroom/duration'
import { cellName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import type { Cluster } from '../live/class-frames'

interface ClusterRowProps {
  readonly cluster: Cluster
  /** Nobody is in it any more. */
  readonly over: boolean
  readonly chosen: boolean
  readonly onChosen: (cluster: string) => void
}

/** A mistake in one line: how many, what, where, since when, how many got out. */
export function ClusterRow({ cluster, over, chosen, onChosen }: ClusterRowProps) {
  const { t } = useTranslation('errors')
  const common = useTranslation().t
  const now = useClassView((view) => view.now)
  const { students, solved } = cluster
  return (
    <li>
      <button
        type="button"
        className="cluster-row"
        data-over={over}
        aria-pressed={chosen}
        onClick={() => onChosen(cluster.cluster)}
      >
        <span className="cluster-count">
          {over ? solved : students.length}
          <span className="cluster-count-word">{t(over ? 'solvedShort' : 'inItShort')}</span>
        </span>
        <span className="cluster-what">
          <strong>{cluster.errorName}</strong> {cellName(common, cluster.cellIndex)}
          {cluster.shape !== null && <span className="cluster-shape">{cluster.shape}</span>}
          <span className="cluster-since">
            {t('since', { count: minutesSince(cluster.since, now) })}
            {!over && solved > 0 && ` · ${t('solved', { count: solved })}`}
          </span>
        </span>
      </button>
    </li>
  )
}
