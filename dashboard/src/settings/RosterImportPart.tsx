import { Button, FileButton, Textarea } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { limitInWords } from '../view/limits'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useImportRoster, type RosterImport, type RosterLines } from './students'

/** Reads a roster from a file or from pasted lines: first what would change, then the change. */
export function RosterImportPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const [lines, setLines] = useState<RosterLines | null>(null)
  const [pasted, setPasted] = useState('')
  const check = useImportRoster(id, true)
  const apply = useImportRoster(id, false)
  const read = (next: RosterLines) => {
    setLines(next)
    apply.reset()
    check.mutate(next)
  }
  const again = () => {
    setLines(null)
    check.reset()
  }
  return (
    <Part title={t('import.title')} hint={t('import.hint')}>
      {lines === null || check.isError || check.isPending ? (
        <Source busy={check.isPending} pasted={pasted} onPaste={setPasted} onRead={read} />
      ) : (
        check.data && (
          <Found
            found={check.data}
            busy={apply.isPending}
            onApply={() =>
              apply.mutate(lines, {
                onSuccess: () => {
                  setPasted('')
                  again()
                },
              })
            }
            onAgain={again}
          />
        )
      )}
      <Outcome of={check} done="" />
      <Outcome of={apply} done={apply.data ? t('import.done', { ...apply.data }) : ''} />
    </Part>
  )
}

interface SourceProps {
  readonly busy: boolean
  /** Lines that can be mended where they were not good. */
  readonly pasted: string
  readonly onPaste: (lines: string) => void
  readonly onRead: (lines: RosterLines) => void
}

function Source({ busy, pasted, onPaste, onRead }: SourceProps) {
  const { t } = useTranslation('settings')
  const forget = useRef<() => void>(null)
  return (
    <div className="roster-source">
      <FileButton
        resetRef={forget}
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(file) => {
          // The same file can be chosen once more, mended.
          forget.current?.()
          if (file) onRead(file)
        }}
      >
        {(props) => (
          <Button {...props} leftSection={<IconUpload size="1rem" />} loading={busy}>
            {t('import.file')}
          </Button>
        )}
      </FileButton>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          onRead(pasted)
        }}
      >
        <Textarea
          label={t('import.paste')}
          rows={4}
          value={pasted}
          onChange={(event) => onPaste(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" mt="xs" loading={busy} disabled={pasted.trim() === ''}>
          {t('import.check')}
        </Button>
      </form>
    </div>
  )
}

/** The columns of a roster, by what the application calls them. */
const FIELDS = [
  ['studentNumber', 'number'],
  ['name', 'name'],
  ['reading', 'reading'],
  ['team', 'team'],
] as const

interface FoundProps {
  readonly found: RosterImport
  readonly busy: boolean
  readonly onApply: () => void
  readonly onAgain: () => void
}

function Found({ found, busy, onApply, onAgain }: FoundProps) {
  const { t } = useTranslation('settings')
  const { t: view } = useTranslation('view')
  const fieldName = (field: string) => {
    const name = FIELDS.find(([column]) => column === field)?.[1]
    return name === undefined ? field : t(`roster.${name}`)
  }
  const { read, added, changed, problems } = found
  const count = added + changed
  return (
    <div>
      <p role="status">{t('import.found', { count: read, added, changed })}</p>
      {problems.length > 0 && (
        <>
          <p>{t('import.problems', { count: problems.length })}</p>
          <ul className="roster-problems">
            {problems.map(({ line, field, limit }) => (
              <li key={`${line} ${field}`}>
                {t('import.problem', { line, field: fieldName(field), limit: limitInWords(view, limit) })}
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="settings-actions">
        {count > 0 ? (
          <Button loading={busy} onClick={onApply}>
            {t('import.apply', { count })}
          </Button>
        ) : (
          <span>{t('import.nothing')}</span>
        )}
        <Button variant="default" onClick={onAgain}>
          {t('import.cancel')}
        </Button>
      </div>
    </div>
  )
}
