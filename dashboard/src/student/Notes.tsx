import { Button, CloseButton, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { clockTime, dayInWords } from '../range/zoned'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { useUndo } from '../view/Undo'
import { Part } from '../view/View'
import { useAddNote, useNotes, useRemoveNote, type Note } from './history'

const LONGEST = 2000

/** What the teachers of the class noted about a student; a removed note can be taken back for ten seconds. */
export function Notes({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const notes = useNotes(id, student)
  const { mutate: removeForGood } = useRemoveNote(id, student)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const { offer, bar } = useUndo()
  const remove = (note: string) => {
    setHidden((before) => new Set(before).add(note))
    const show = () => setHidden((before) => new Set([...before].filter((one) => one !== note)))
    offer(t('notes.removed'), show, () => removeForGood(note, { onError: show }))
  }
  return (
    <Part title={t('notes.title')}>
      <Answer query={notes}>
        {(known) => {
          const shown = known.filter(({ note }) => !hidden.has(note))
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
      {bar}
    </Part>
  )
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
  const form = useForm({ initialValues: { text: '' } })
  return (
    <form
      className="student-form"
      onSubmit={form.onSubmit(({ text }) => add.mutate(text, { onSuccess: () => form.reset() }))}
    >
      <Textarea
        aria-label={t('notes.label')}
        placeholder={t('notes.placeholder')}
        maxLength={LONGEST}
        rows={2}
        {...form.getInputProps('text')}
      />
      <div className="student-form-end">
        <Button
          type="submit"
          size="xs"
          variant="default"
          loading={add.isPending}
          disabled={form.getValues().text.trim() === ''}
        >
          {t('notes.add')}
        </Button>
        <Outcome of={add} />
      </div>
    </form>
  )
}
