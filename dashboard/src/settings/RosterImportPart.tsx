import { Button, FileButton, Textarea } from '@mantine/core'
import { IconUpload } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useImportRoster, type RosterImport, type RosterLines } from './students'

/** Reads a roster from a file or from pasted lines: first what would change, then the change. */
export function RosterImportPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const [lines, setLines] = useState<RosterLines | null>(null)
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
        <Source busy={check.isPending} onRead={read} />
      ) : (
        check.data && (
          <Found
            found={check.data}
            busy={apply.isPending}
            onApply={() => apply.mutate(lines, { onSuccess: again })}
            onAgain={again}
          />
        )
      )}
      <Outcome of={check} done="" />
      <Outcome of={apply} done={apply.data ? t('import.done', { ...apply.data }) : ''} />
    </Part>
  )
}

function Source({ busy, onRead }: { busy: boolean; onRead: (lines: RosterLines) => void }) {
  const { t } = useTranslation('settings')
  const [pasted, setPasted] = useState('')
  return (
    <div className="roster-source">
      <FileButton
        accept=".csv,.tsv,.txt,text/csv,text/plain"
        onChange={(file) => {
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
          onChange={(event) => setPasted(event.currentTarget.value)}
        />
        <Button type="submit" variant="default" mt="xs" loading={busy} disabled={pasted.trim() === ''}>
          {t('import.check')}
        </Button>
      </form>
    </div>
  )
}

interface FoundProps {
  readonly found: RosterImport
  readonly busy: boolean
  readonly onApply: () => void
  readonly onAgain: () => void
}

function Found({ found, busy, onApply, onAgain }: FoundProps) {
  const { t } = useTranslation('settings')
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
              <li key={`${line} ${field}`}>{t('import.problem', { line, field, limit })}</li>
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
