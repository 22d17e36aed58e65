import { Button, Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useUndo } from '../class-page/undo'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { fieldsOf, settingsOf } from './class-fields'
import { useStored } from './use-stored'
import { useClassSettings, useSaveSettings, type ClassSettings } from './settings'

/** Name, zone, the day's start, rules, consent. */
export function ClassPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const settings = useClassSettings(id)
  const save = useSaveSettings(id)
  const { done } = useUndo()
  const submit = (before: ClassSettings, after: ClassSettings) =>
    save.mutate(after, {
      onSuccess: () => done({ key: 'settings', text: t('class.saved'), undo: () => save.mutate(before) }),
    })
  return (
    <Part title={t('class.title')}>
      <Answer query={settings}>
        {(known) => (
          <>
            <ClassForm settings={known} saving={save.isPending} onSave={(after) => submit(known, after)} />
            <Outcome of={save} />
          </>
        )}
      </Answer>
    </Part>
  )
}

interface ClassFormProps {
  readonly settings: ClassSettings
  readonly saving: boolean
  readonly onSave: (settings: ClassSettings) => void
}

function ClassForm({ settings, saving, onSave }: ClassFormProps) {
  const { t } = useTranslation('settings')
  const minutes = (value: number) => (value >= 0.5 && value <= 120 ? null : t('class.limitMinutes'))
  const form = useForm({
    initialValues: fieldsOf(settings),
    validate: {
      name: (value) => (value.trim() === '' ? t('required') : null),
      dayStart: (value) => (value === '' ? t('required') : null),
      failingRuns: (value) => (value >= 2 && value <= 20 ? null : t('class.limitRuns')),
      stuckAfterMinutes: minutes,
      awayAfterMinutes: minutes,
    },
  })
  useStored(settings, (stored) => form.setValues(fieldsOf(stored)))
  return (
    <form className="settings-form" onSubmit={form.onSubmit((fields) => onSave(settingsOf(fields)))}>
      <TextInput label={t('class.name')} maxLength={200} {...form.getInputProps('name')} />
      <NativeSelect label={t('class.zone')} data={zones(settings.zone)} {...form.getInputProps('zone')} />
      <TextInput
        type="time"
        label={t('class.dayStart')}
        description={t('class.dayStartHint')}
        {...form.getInputProps('dayStart')}
      />
      <fieldset>
        <legend>{t('class.rules')}</legend>
        <NumberInput
          label={t('class.failingRuns')}
          min={2}
          max={20}
          allowDecimal={false}
          {...form.getInputProps('failingRuns')}
        />
        <NumberInput
          label={t('class.stuckAfter')}
          min={0.5}
          max={120}
          step={0.5}
          {...form.getInputProps('stuckAfterMinutes')}
        />
        <NumberInput
          label={t('class.awayAfter')}
          min={0.5}
          max={120}
          step={0.5}
          {...form.getInputProps('awayAfterMinutes')}
        />
      </fieldset>
      <Checkbox
        label={t('class.consent')}
        description={t('class.consentHint')}
        {...form.getInputProps('consentRequired', { type: 'checkbox' })}
      />
      <Button type="submit" loading={saving}>
        {t('save')}
      </Button>
    </form>
  )
}

/** The zones that the browser knows, and the class's own. */
function zones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
}
