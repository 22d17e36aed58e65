import { useTranslation } from 'react-i18next'
import { cellName } from '../classroom/words'
import { durationInWords, percent, shareOf } from '../view/figures'
import { SortableTable, type Column } from '../view/SortableTable'
import { Part } from '../view/View'
import type { CellStatistics } from './statistics'
import './words'

interface CellTableProps {
  readonly cells: readonly CellStatistics[]
  /** The cell whose answers are open. */
  readonly open?: string | null
  /** Opens a cell's answers; without it cells are only named. */
  readonly onOpen?: (cell: string) => void
}

/** Every cell with its figures; any column sorts. */
export function CellTable({ cells, open = null, onOpen }: CellTableProps) {
  const { t } = useTranslation('notebook')
  const columns = useColumns(onOpen)
  return (
    <Part title={t('table.title')} hint={onOpen ? t('table.caption') : undefined}>
      <SortableTable
        label={t('table.title')}
        columns={columns}
        rows={cells}
        keyOf={({ notebook, cellId, cellIndex }) => `${notebook ?? ''} ${cellId ?? cellIndex ?? ''}`}
        first="cell"
        isOpen={({ cellId }) => open !== null && cellId === open}
      />
    </Part>
  )
}

function useColumns(onOpen: CellTableProps['onOpen']) {
  const { t } = useTranslation('notebook')
  const { t: view } = useTranslation('view')
  const figure = (
    name: 'students' | 'tries' | 'runs',
    value: (cell: CellStatistics) => number,
  ): Column<CellStatistics, typeof name> => ({
    name,
    label: t(`table.${name}`),
    number: true,
    value,
    show: value,
  })
  const time = (name: 'time' | 'p90', value: (cell: CellStatistics) => number | null | undefined) => ({
    name,
    label: t(`table.${name}`),
    number: true,
    value,
    show: (cell: CellStatistics) => durationInWords(view, value(cell)),
  })
  return [
    {
      name: 'cell',
      label: t('table.cell'),
      head: true,
      value: ({ cellIndex }) => cellIndex,
      show: (cell) => <CellName cell={cell} onOpen={onOpen} />,
    },
    figure('students', ({ students }) => students),
    {
      name: 'success',
      label: t('table.success'),
      number: true,
      value: ({ succeeded, students }) => shareOf(succeeded, students),
      show: (cell) => <Success cell={cell} />,
    },
    figure('tries', ({ medianTries }) => medianTries),
    time('time', ({ medianSeconds }) => medianSeconds),
    time('p90', ({ p90Seconds }) => p90Seconds),
    figure('runs', ({ runs }) => runs),
    {
      name: 'failed',
      label: t('table.failed'),
      number: true,
      value: ({ errors, runs }) => shareOf(errors, runs),
      show: ({ errors, runs }) => `${errors} (${percent(shareOf(errors, runs))})`,
    },
    {
      name: 'errors',
      label: t('table.errors'),
      className: 'error-names',
      show: ({ errorNames }) =>
        errorNames.map(({ name, students }) => `${name} (${students})`).join(', ') || '–',
    },
  ] as const satisfies readonly Column<CellStatistics>[]
}

function CellName({ cell, onOpen }: { cell: CellStatistics; onOpen: CellTableProps['onOpen'] }) {
  const { t } = useTranslation()
  const { cellId, notebookPath } = cell
  const name = cellName(t, cell.cellIndex ?? null) ?? t('aCell')
  return (
    <>
      {onOpen && cellId != null ? (
        <button type="button" className="link-button" onClick={() => onOpen(cellId)}>
          {name}
        </button>
      ) : (
        name
      )}
      {notebookPath && <span className="cell-path">{notebookPath}</span>}
    </>
  )
}

function Success({ cell: { succeeded, students } }: { cell: CellStatistics }) {
  const share = shareOf(succeeded, students)
  return (
    <>
      <span className="share-bar" aria-hidden="true">
        <span style={{ transform: `scaleX(${share ?? 0})` }} />
      </span>
      {succeeded} ({percent(share)})
    </>
  )
}
