import { Button } from '@mantine/core'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { client, reach, RequestFailed } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { hintDraft, useDraft } from '../class-page/drafts'
import { useUndo } from '../class-page/undo'
import { Dialog } from '../frame/Dialog'
import './hint.css'

/** The longest hint; the application counts code points, of which a text never has more than units. */
const LONGEST = 2000

/** To whom a hint goes, and about which cell. */
export interface HintTarget {
  readonly students: readonly string[]
  /** The student's name when it is one. */
  readonly name: string | null
  readonly notebook: string | null
  readonly cellId: string | null
}

/** Writes a hint to one student or to all who are in the same mistake; it can be taken back for a moment, and then its words are still there. */
export function HintDialog({ target, onClose }: { target: HintTarget; onClose: () => void }) {
  const { t } = useTranslation()
  const { id } = useClassEntry()
  const { soon } = useUndo()
  const draft = draftOf(target)
  const [text, setText, drafts] = useDraft(draft)
  const label = useId()
  const count = target.students.length
  const words = text.trim()
  const to = target.name === null ? t('hint.toMany', { count }) : t('hint.toOne', { name: target.name })
  const send = () => {
    soon({
      key: `hint ${target.students.join(' ')} ${words}`,
      text: `${t('hint.soon')} ${to}`,
      failed: () => t('hint.failed'),
      run: () => sendHint(id, target, words),
      undone: () => drafts.write(draft, words),
    })
    setText('')
    onClose()
  }
  return (
    <Dialog title={to} onClose={onClose}>
      <form
        className="hint"
        onSubmit={(event) => {
          event.preventDefault()
          if (words !== '') send()
        }}
      >
        <label htmlFor={label}>{t('hint.text')}</label>
        <textarea
          id={label}
          rows={4}
          data-autofocus
          value={text}
          placeholder={t('hint.example')}
          maxLength={LONGEST}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
              event.currentTarget.form?.requestSubmit()
            }
          }}
        />
        <p className="hint-note">{t('hint.note')}</p>
        <div className="hint-actions">
          <Button variant="default" onClick={onClose}>
            {t('hint.cancel')}
          </Button>
          <Button type="submit" disabled={words === ''}>
            {t('hint.send')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}

/** A hint to several is drafted by the place of their mistake: who they are changes. */
function draftOf({ students, name, notebook, cellId }: HintTarget): string {
  return name === null ? `hint at ${notebook ?? ''} ${cellId ?? ''}` : hintDraft(students[0] ?? '')
}

async function sendHint(id: string, target: HintTarget, text: string): Promise<void> {
  const { response } = await reach(
    client.POST('/api/v1/classes/{id}/hints', {
      params: { path: { id } },
      keepalive: true,
      body: {
        students: [...target.students],
        text,
        ...(target.notebook === null ? {} : { notebook_id: target.notebook }),
        ...(target.cellId === null ? {} : { cell_id: target.cellId }),
      },
    }),
  )
  if (!response.ok) throw new RequestFailed(response.status)
}
