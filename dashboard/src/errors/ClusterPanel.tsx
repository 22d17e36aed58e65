import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { RequestFailed } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { cellName } from '../classroom/words'
import { CodeBlock } from '../code/CodeBlock'
import { CodeChanges } from '../code/CodeChanges'
import { HintDialog, type HintTarget } from '../help/HintDialog'
import type { Cluster } from '../live/class-frames'
import { useClusterDetail } from './cluster-detail'
import { ClusterStudents } from './ClusterStudents'
import '../view/words'

/** One mistake: who is in it, what it looks like, how others got out; and a hint to one or to all. */
export function ClusterPanel({ cluster }: { cluster: Cluster }) {
  const { t } = useTranslation('errors')
  const common = useTranslation().t
  const { id } = useClassEntry()
  const [target, setTarget] = useState<HintTarget | null>(null)
  const { students, notebook, cellId } = cluster
  const detail = useClusterDetail(cluster.cluster, students.length, cluster.solved)
  const { example, ways = [] } = detail.data ?? {}
  const cell = new URLSearchParams({ notebook: notebook ?? '', cell: cellId ?? '' })
  return (
    <section className="cluster-panel" aria-labelledby="cluster-title">
      <header>
        <h2 id="cluster-title">
          {cluster.errorName} · {cellName(common, cluster.cellIndex)}
        </h2>
        {cluster.shape !== null && <p className="cluster-shape">{cluster.shape}</p>}
        <p className="errors-quiet">
          {cluster.notebookPath} · {t('runs', { count: cluster.runs })} ·{' '}
          {t('solved', { count: cluster.solved })}
        </p>
        <div className="cluster-actions">
          <Button
            disabled={students.length === 0}
            onClick={() => setTarget({ students, name: null, notebook, cellId })}
          >
            {common('hint.toMany', { count: students.length })}
          </Button>
          {notebook !== null && cellId !== null && (
            <Link to={`/classes/${id}/notebook?${cell.toString()}`}>{t('answers')}</Link>
          )}
        </div>
      </header>
      <ClusterStudents
        cluster={cluster}
        onHint={(student, name) => setTarget({ students: [student], name, notebook, cellId })}
      />
      {detail.isPending && <p role="status">{t('loading')}</p>}
      {detail.isError && (
        <div role="alert" className="cluster-problem">
          <p>{t(problemOf(detail.error))}</p>
          <Button size="compact-sm" variant="default" onClick={() => void detail.refetch()}>
            {common('problem.retry')}
          </Button>
        </div>
      )}
      {example && (
        <section aria-label={t('example')}>
          <h3>{t('example')}</h3>
          <CodeBlock label={t('code', { name: example.name ?? '' })} text={example.code ?? ''} />
          <CodeBlock
            label={t('error')}
            text={example.traceback ?? `${example.errorName ?? ''}: ${example.errorMessage ?? ''}`}
            look="error"
          />
        </section>
      )}
      {detail.data && (
        <section aria-label={t('ways')}>
          <h3>{t('ways')}</h3>
          {ways.length === 0 && <p className="errors-quiet">{t('noWays')}</p>}
          {ways.map(({ student, name, before, after, at }) => (
            <CodeChanges
              key={`${student} ${at ?? ''}`}
              label={t('wayOf', { name: name ?? '' })}
              before={before ?? ''}
              after={after ?? ''}
            />
          ))}
        </section>
      )}
      {target && <HintDialog target={target} onClose={() => setTarget(null)} />}
    </section>
  )
}

function problemOf(error: Error): 'problem.gone' | 'problem.forbidden' | 'problem.failed' {
  const status = error instanceof RequestFailed ? error.status : 0
  if (status === 404) return 'problem.gone'
  return status === 401 || status === 403 ? 'problem.forbidden' : 'problem.failed'
}
