import { useTranslation } from 'react-i18next'
import { changes, type ChangeRow } from './changes'
import './code.css'

interface CodeChangesProps {
  readonly label: string
  readonly before: string
  readonly after: string
}

const SIGNS = { same: ' ', added: '+', removed: '−' } as const

/** What was changed from one code to the next: signs and words beside the colours. */
export function CodeChanges({ label, before, after }: CodeChangesProps) {
  const { t } = useTranslation('view')
  const rows = changes(before, after)
  return (
    <figure className="code-figure">
      <figcaption>{label}</figcaption>
      {rows.length === 0 ? (
        <p className="quiet">{t('code.identical')}</p>
      ) : (
        <pre className="code-block code-changes" tabIndex={0} role="region" aria-label={label}>
          {rows.map((row, place) => (
            <Row key={place} row={row} />
          ))}
        </pre>
      )}
    </figure>
  )
}

function Row({ row }: { row: ChangeRow }) {
  const { t } = useTranslation('view')
  if (row.kind === 'gap') return <span className="code-gap">{t('code.same', { count: row.lines })}</span>
  const text = row.stretches.map((stretch, place) =>
    stretch.changed ? <mark key={place}>{stretch.text}</mark> : <span key={place}>{stretch.text}</span>,
  )
  return (
    <span className="code-line" data-kind={row.kind}>
      <span aria-hidden="true" className="code-sign">
        {SIGNS[row.kind]}
      </span>
      {row.kind !== 'same' && <span className="for-readers">{t(`code.${row.kind}`)}: </span>}
      {text}
      {'\n'}
    </span>
  )
}
