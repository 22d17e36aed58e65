import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { hintDraft, useDraft } from '../class-page/drafts'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useSendHint } from './history'

const LONGEST = 2000

/** A hint to this student's notebook, at the cell where they are. */
export function Hint({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const here = useClassView((view) => view.students.has(student))
  return (
    <Part title={t('hint.title')}>
      {here ? <HintForm student={student} /> : <p className="quiet">{t('hint.away')}</p>}
    </Part>
  )
}

function HintForm({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const send = useSendHint(id, student)
  const [text, setText] = useDraft(hintDraft(student))
  const [missing, setMissing] = useState(false)
  const words = text.trim()
  return (
    <form
      className="student-form"
      onSubmit={(event) => {
        event.preventDefault()
        setMissing(words === '')
        if (words !== '') send.mutate(words, { onSuccess: () => setText('') })
      }}
    >
      <Textarea
        aria-label={t('hint.label')}
        placeholder={t('hint.placeholder')}
        maxLength={LONGEST}
        rows={2}
        value={text}
        error={missing && words === '' ? t('hint.required') : null}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div className="student-form-end">
        <Button type="submit" size="xs" loading={send.isPending}>
          {t('hint.send')}
        </Button>
        <Outcome of={send} done={t('hint.sent')} />
      </div>
    </form>
  )
}
