import { Button, CloseButton, Textarea } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useDraft } from '../class-page/drafts'
import { useUndo } from '../class-page/undo'
import { clockTime, dayInWords } from '../range/zoned'
import { Answer } from '../view/Answer'
import { useFailureInWords } from '../view/failure'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useAddNote, useNotes, useRemoveNote, type Note } from './history'

const LONGEST = 2000

/** What the teachers of the class noted about a student; a removed note can be taken back for a moment. */
export function Notes({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const notes = useNotes(id, student)
  const { mutateAsync: removeForGood } = useRemoveNote(id, student)
  const failed = useFailureInWords()
  const { soon, pending } = useUndo()
  const remove = (note: string) =>
    soon({ key: removing(note), text: t('notes.removed'), run: () => removeForGood(note), failed })
  return (
    <Part title={t('notes.title')}>
      <Answer query={notes}>
        {(known) => {
          const shown = known.filter(({ note }) => !pending.has(removing(note)))
          return shown.length === 0 ? (
            <p className="quiet">{t('notes.none')}</p>
          ) : (
            <ul className="notes">
              {shown.map((note) => (
                <NoteEntry key={note.note} note={note} onRemove={() => remove(note.note)} />
              ))}
            </ul>
          )
        }}
      </Answer>
      <NewNote student={student} />
    </Part>
  )
}

function removing(note: string): string {
  return `remove note ${note}`
}

function NoteEntry({ note, onRemove }: { note: Note; onRemove: () => void }) {
  const { t, i18n } = useTranslation('student')
  const { zone } = useClassEntry()
  const time = `${dayInWords(note.at, zone, i18n.language)} ${clockTime(note.at, zone, i18n.language)}`
  return (
    <li>
      <p>{note.text}</p>
      <span className="quiet">{note.author ? t('notes.by', { author: note.author, time }) : time}</span>
      {note.mine && <CloseButton size="sm" aria-label={t('notes.remove')} onClick={onRemove} />}
    </li>
  )
}

function NewNote({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const add = useAddNote(id, student)
  const [text, setText] = useDraft(`note ${student}`)
  return (
    <form
      className="student-form"
      onSubmit={(event) => {
        event.preventDefault()
        add.mutate(text, { onSuccess: () => setText('') })
      }}
    >
      <Textarea
        aria-label={t('notes.label')}
        placeholder={t('notes.placeholder')}
        maxLength={LONGEST}
        rows={2}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="student-form-end">
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={add.isPending}
          disabled={text.trim() === ''}
        >
          {t('notes.add')}
        </Button>
        <Outcome of={add} />
      </div>
    </form>
  )
}
