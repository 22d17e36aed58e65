import { Button, CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useStored } from './use-stored'
import { useSaveTimetable, useTimetable, type Slot } from './lessons'

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const
/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000

/** The class's lessons, week by week. */
export function TimetablePart() {
  const { t } = useTranslation('settings')
  const { id, zone } = useClassEntry()
  const timetable = useTimetable(id)
  const save = useSaveTimetable(id)
  const { done } = useUndo()
  return (
    <Part title={t('lessons.timetable')} hint={t('lessons.timetableHint', { zone })}>
      <Answer query={timetable}>
        {(known) => (
          <TimetableForm
            slots={known}
            saving={save.isPending}
            onSave={(slots) =>
              save.mutate(slots, {
                onSuccess: () =>
                  done({
                    key: 'timetable',
                    text: t('lessons.timetableSaved'),
                    undo: () => save.mutate(known),
                  }),
              })
            }
          />
        )}
      </Answer>
      <Outcome of={save} />
    </Part>
  )
}

interface TimetableFormProps {
  readonly slots: Slot[]
  readonly saving: boolean
  readonly onSave: (slots: Slot[]) => void
}

function fieldsOf(slots: readonly Slot[]) {
  return { slots: slots.map((slot) => ({ ...slot, weekday: String(slot.weekday ?? 1) })) }
}

function TimetableForm({ slots, saving, onSave }: TimetableFormProps) {
  const { t, i18n } = useTranslation('settings')
  const form = useForm({
    initialValues: fieldsOf(slots),
    validate: {
      slots: {
        from: (value) => (value === '' ? t('required') : null),
        to: (value, { slots: all }, path) => {
          const from = all[Number(path.split('.')[1])]?.from ?? ''
          return value > from ? null : t('lessons.backwards')
        },
      },
    },
  })
  useStored(slots, (stored) => form.setValues(fieldsOf(stored)))
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'long', timeZone: 'UTC' })
  const days = WEEKDAYS.map((day) => ({
    value: String(day),
    label: weekday.format(MONDAY + (day - 1) * DAY_MS),
  }))
  return (
    <form
      className="timetable"
      onSubmit={form.onSubmit((values) =>
        onSave(values.slots.map((slot) => ({ ...slot, weekday: Number(slot.weekday) }))),
      )}
    >
      {form.getValues().slots.map((_, place) => (
        <div key={place} className="settings-line">
          <NativeSelect
            label={t('lessons.weekday')}
            data={days}
            {...form.getInputProps(`slots.${place}.weekday`)}
          />
          <TextInput type="time" label={t('lessons.from')} {...form.getInputProps(`slots.${place}.from`)} />
          <TextInput type="time" label={t('lessons.to')} {...form.getInputProps(`slots.${place}.to`)} />
          <TextInput
            label={t('lessons.slotTitle')}
            maxLength={100}
            {...form.getInputProps(`slots.${place}.title`)}
          />
          <CloseButton aria-label={t('lessons.remove')} onClick={() => form.removeListItem('slots', place)} />
        </div>
      ))}
      <div className="settings-actions">
        <Button
          variant="default"
          onClick={() =>
            form.insertListItem('slots', { weekday: '1', from: '09:00', to: '10:30', title: '' })
          }
        >
          {t('lessons.add')}
        </Button>
        <Button type="submit" loading={saving}>
          {t('save')}
        </Button>
      </div>
    </form>
  )
}
