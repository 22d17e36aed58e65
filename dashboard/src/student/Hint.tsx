import { Button, Textarea } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useSendHint } from './history'

const LONGEST = 2000

/** A hint to this student's notebook, at the cell where they are. */
export function Hint({ student }: { student: string }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const here = useClassView((view) => view.students.has(student))
  const send = useSendHint(id, student)
  const form = useForm({
    initialValues: { text: '' },
    validate: { text: (text) => (text.trim() === '' ? t('hint.required') : null) },
  })
  return (
    <Part title={t('hint.title')}>
      {here ? (
        <form
          className="student-form"
          onSubmit={form.onSubmit(({ text }) => send.mutate(text, { onSuccess: () => form.reset() }))}
        >
          <Textarea
            aria-label={t('hint.label')}
            placeholder={t('hint.placeholder')}
            maxLength={LONGEST}
            rows={2}
            {...form.getInputProps('text')}
          />
          <div className="student-form-end">
            <Button type="submit" size="xs" loading={send.isPending}>
              {t('hint.send')}
            </Button>
            <Outcome of={send} done={t('hint.sent')} />
          </div>
        </form>
      ) : (
        <p className="quiet">{t('hint.away')}</p>
      )}
    </Part>
  )
}
