import { useTranslation } from 'react-i18next'
import { cellName } from '../classroom/words'
import { durationInWords, percent, shareOf } from '../view/figures'
import { SortHead } from '../view/SortHead'
import { sorted, useSorting, type Value } from '../view/sorting'
import { Part } from '../view/View'
import type { CellStatistics } from './statistics'
import './words'

const COLUMNS = ['cell', 'students', 'success', 'tries', 'time', 'p90', 'runs', 'failed'] as const
type Column = (typeof COLUMNS)[number]

const VALUES: Record<Column, (cell: CellStatistics) => Value> = {
  cell: ({ cellIndex }) => cellIndex,
  students: ({ students }) => students,
  success: ({ succeeded, students }) => shareOf(succeeded, students),
  tries: ({ medianTries }) => medianTries,
  time: ({ medianSeconds }) => medianSeconds,
  p90: ({ p90Seconds }) => p90Seconds,
  runs: ({ runs }) => runs,
  failed: ({ errors, runs }) => shareOf(errors, runs),
}

interface CellTableProps {
  readonly cells: readonly CellStatistics[]
  /** The cell whose answers are open. */
  readonly open?: string | null
  /** Opens a cell's answers; without it cells are only named. */
  readonly onOpen?: (cell: string) => void
}

/** Every cell with its figures; any column sorts. */
export function CellTable({ cells, open = null, onOpen }: CellTableProps) {
  const { t, i18n } = useTranslation('notebook')
  const { sorting, choose } = useSorting<Column>({ column: 'cell', descending: false })
  const rows = sorted(cells, VALUES[sorting.column], sorting.descending, i18n.language)
  return (
    <Part title={t('table.title')} hint={onOpen ? t('table.caption') : undefined}>
      <div className="figures-frame" tabIndex={0} role="region" aria-label={t('table.title')}>
        <table className="figures">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  label={t(`table.${column}`)}
                  number={column !== 'cell'}
                  sorting={sorting}
                  onChoose={choose}
                />
              ))}
              <th scope="col">{t('table.errors')}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((cell) => (
              <CellRow
                key={`${cell.notebook ?? ''} ${cell.cellId ?? cell.cellIndex ?? ''}`}
                cell={cell}
                open={open !== null && cell.cellId === open}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

interface CellRowProps {
  readonly cell: CellStatistics
  readonly open: boolean
  readonly onOpen: ((cell: string) => void) | undefined
}

function CellRow({ cell, open, onOpen }: CellRowProps) {
  const { t: words } = useTranslation()
  const { t: figures } = useTranslation('view')
  const { cellId, students, succeeded, runs, errors } = cell
  const name = cellName(words, cell.cellIndex ?? null) ?? words('aCell')
  const share = shareOf(succeeded, students)
  return (
    <tr aria-current={open}>
      <th scope="row">
        {onOpen && cellId != null ? (
          <button type="button" className="link-button" onClick={() => onOpen(cellId)}>
            {name}
          </button>
        ) : (
          name
        )}
        {cell.notebookPath && <span className="cell-path">{cell.notebookPath}</span>}
      </th>
      <td className="number">{students}</td>
      <td className="number">
        <span className="share-bar" aria-hidden="true">
          <span style={{ transform: `scaleX(${share ?? 0})` }} />
        </span>
        {succeeded} ({percent(share)})
      </td>
      <td className="number">{cell.medianTries}</td>
      <td className="number">{durationInWords(figures, cell.medianSeconds)}</td>
      <td className="number">{durationInWords(figures, cell.p90Seconds)}</td>
      <td className="number">{runs}</td>
      <td className="number">
        {errors} ({percent(shareOf(errors, runs))})
      </td>
      <td className="error-names">
        {cell.errorNames.map((error) => `${error.name} (${error.students})`).join(', ') || '–'}
      </td>
    </tr>
  )
}
