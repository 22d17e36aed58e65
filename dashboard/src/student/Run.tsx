import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { cellName } from '../classroom/words'
import { CodeBlock } from '../code/CodeBlock'
import { CodeChanges } from '../code/CodeChanges'
import { clockTime, dayInWords } from '../range/zoned'
import type { StoredRun } from './history'
import { cutPart, notSent } from './timeline'

/** A run that took longer than this to arrive was kept in the student's notebook meanwhile. */
const LATE_MS = 60_000

interface RunProps {
  readonly run: StoredRun
  /** The run of the same cell before this one. */
  readonly before: StoredRun | null
  readonly openAtFirst?: boolean
}

/** One run: when, where, how it ended; opened, with its words. */
export function Run({ run, before, openAtFirst = false }: RunProps) {
  const { t, i18n } = useTranslation('student')
  const { t: words } = useTranslation()
  const { zone } = useClassEntry()
  const [open, setOpen] = useState(openAtFirst)
  const outcome = run.hasError == null ? 'open' : run.hasError ? 'error' : 'ok'
  return (
    <li className="run" data-outcome={outcome}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>
          <span className="run-mark" aria-hidden="true" />
          <time dateTime={run.occurredAt} title={dayInWords(run.occurredAt, zone, i18n.language)}>
            {clockTime(run.occurredAt, zone, i18n.language, true)}
          </time>
          <span className="run-cell">{cellName(words, run.cellIndex ?? null) ?? words('aCell')}</span>
          <span className="run-outcome">
            {outcome === 'error' && run.errorName ? run.errorName : t(`runs.${outcome}`)}
          </span>
          {run.durationMs != null && (
            <span className="run-took">
              {t('runs.took', { seconds: (run.durationMs / 1000).toFixed(1) })}
            </span>
          )}
          {outcome === 'error' && run.errorMessage && <span className="run-message">{run.errorMessage}</span>}
        </summary>
        {open && <RunWords run={run} before={before} />}
      </details>
    </li>
  )
}

function RunWords({ run, before }: RunProps) {
  const { t, i18n } = useTranslation('student')
  const { zone } = useClassEntry()
  if (notSent(run)) return <p className="quiet">{t('run.notSent')}</p>
  const code = run.code ?? ''
  const error = run.traceback ?? run.errorMessage
  const lateMs = Date.parse(run.receivedAt) - Date.parse(run.occurredAt)
  return (
    <div className="run-words">
      {lateMs > LATE_MS && (
        <p className="quiet">{t('run.late', { time: clockTime(run.receivedAt, zone, i18n.language) })}</p>
      )}
      {run.cut.length > 0 && (
        <p className="quiet">
          {t('run.cut', { what: run.cut.map((text) => t(`run.cutPart.${cutPart(text)}`)).join(', ') })}
        </p>
      )}
      {before?.code != null && (
        <CodeChanges
          label={t('run.changed', { time: clockTime(before.occurredAt, zone, i18n.language, true) })}
          before={before.code}
          after={code}
        />
      )}
      <CodeBlock label={t(before ? 'run.whole' : 'run.code')} text={code} />
      {error && <CodeBlock label={t('run.traceback')} text={error} look="error" />}
      {run.result ? (
        <CodeBlock label={t('run.output')} text={run.result} look="output" />
      ) : (
        !error && <p className="quiet">{t('run.noOutput')}</p>
      )}
    </div>
  )
}
