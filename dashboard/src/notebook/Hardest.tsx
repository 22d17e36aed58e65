import { useTranslation } from 'react-i18next'
import { cellName } from '../classroom/words'
import { durationInWords } from '../view/figures'
import { Part } from '../view/View'
import { hardest } from './hardness'
import type { CellStatistics } from './statistics'

interface HardestProps {
  readonly cells: readonly CellStatistics[]
  readonly onOpen: (cell: string) => void
}

/** The answer to the view's question in at most three sentences. */
export function Hardest({ cells, onOpen }: HardestProps) {
  const { t } = useTranslation('notebook')
  const { t: words } = useTranslation()
  const { t: figures } = useTranslation('view')
  const found = hardest(cells)
  const sentence = (cell: CellStatistics) => {
    const name = cellName(words, cell.cellIndex ?? null) ?? words('aCell')
    if (cell.succeeded === 0) return t('hardestStuck', { cell: name, students: cell.students })
    return t('hardestCell', {
      cell: name,
      succeeded: cell.succeeded,
      students: cell.students,
      tries: cell.medianTries,
      time: durationInWords(figures, cell.medianSeconds),
    })
  }
  return (
    <Part title={t('hardest')}>
      {found.length === 0 ? (
        <p className="quiet">{t('hardestNone')}</p>
      ) : (
        <ol className="hardest">
          {found.map((cell) => (
            <li key={cell.cellId ?? cell.cellIndex}>
              <button
                type="button"
                className="link-button"
                disabled={cell.cellId == null}
                onClick={() => onOpen(cell.cellId ?? '')}
              >
                {sentence(cell)}
              </button>
            </li>
          ))}
        </ol>
      )}
    </Part>
  )
}
