import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { cellName } from '../classroom/words'
import { Answer } from '../view/Answer'
import { Part } from '../view/View'
import { useRuns, type StoredRun } from './history'
import { Run } from './Run'
import { timeline, type TimelineEntry } from './timeline'

type Which = 'all' | 'failed'

/** What a student ran, newest first: how it ended, and on opening with what code, output, error and change. */
export function Runs({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const runs = useRuns(id, student)
  const [which, setWhich] = useState<Which>('all')
  const [cell, setCell] = useState('')
  return (
    <Part
      title={t('runs.title')}
      className="runs"
      tools={
        <div className="runs-tools">
          <SegmentedControl
            size="xs"
            aria-label={t('runs.filter')}
            transitionDuration={0}
            data={[
              { value: 'all', label: t('runs.all') },
              { value: 'failed', label: t('runs.failed') },
            ]}
            value={which}
            onChange={(value) => setWhich(value === 'failed' ? 'failed' : 'all')}
          />
          <CellChoice runs={runs.data ?? []} cell={cell} onChoose={setCell} />
        </div>
      }
    >
      <Answer query={runs}>
        {(known) => {
          const entries = timeline(known).filter(
            ({ run }) => (which === 'all' || run.hasError === true) && (cell === '' || cellKey(run) === cell),
          )
          return (
            <>
              {entries.length === 0 && (
                <p className="quiet">{t(known.length === 0 ? 'runs.none' : 'runs.noneOf')}</p>
              )}
              <RunList entries={entries} />
            </>
          )
        }}
      </Answer>
      {runs.hasNextPage && (
        <Button
          variant="default"
          size="xs"
          loading={runs.isFetchingNextPage}
          onClick={() => void runs.fetchNextPage()}
        >
          {t('runs.more')}
        </Button>
      )}
    </Part>
  )
}

/** The newest run is open when the list is first seen; from then on nothing opens or closes by itself. */
function RunList({ entries }: { entries: readonly TimelineEntry[] }) {
  const [newest] = useState(entries[0]?.run.eventId)
  return (
    <ol className="run-list">
      {entries.map(({ run, before }) => (
        <Run key={run.eventId} run={run} before={before} openAtFirst={run.eventId === newest} />
      ))}
    </ol>
  )
}

interface CellChoiceProps {
  readonly runs: readonly StoredRun[]
  readonly cell: string
  readonly onChoose: (cell: string) => void
}

function CellChoice({ runs, cell, onChoose }: CellChoiceProps) {
  const { t } = useTranslation('student')
  const { t: words } = useTranslation()
  const cells = new Map(
    runs
      .filter(({ cellIndex }) => cellIndex != null)
      .toSorted((left, right) => (left.cellIndex ?? 0) - (right.cellIndex ?? 0))
      .map((run) => [cellKey(run), cellName(words, run.cellIndex ?? null) ?? '']),
  )
  return (
    <NativeSelect
      size="xs"
      aria-label={t('runs.cell')}
      value={cell}
      onChange={(event) => onChoose(event.currentTarget.value)}
      data={[
        { value: '', label: t('runs.allCells') },
        ...[...cells].map(([value, label]) => ({ value, label })),
      ]}
    />
  )
}

function cellKey(run: StoredRun): string {
  return `${run.notebook ?? ''} ${run.cellId ?? run.cellIndex ?? ''}`
}
