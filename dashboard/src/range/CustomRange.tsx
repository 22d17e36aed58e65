import { Button, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useTranslation } from 'react-i18next'
import type { Range } from './range'
import { wallClock } from './zoned'

interface CustomRangeProps {
  readonly range: Range
  readonly zone: string
  readonly onChoose: (range: Range) => void
}

/** Any beginning and end, by the classroom's clock; without an end up to now. */
export function CustomRange({ range, zone, onChoose }: CustomRangeProps) {
  const { t } = useTranslation('view')
  const form = useForm({
    initialValues: { from: localOf(range.from, zone), to: range.to === null ? '' : localOf(range.to, zone) },
    validate: {
      from: (value) => (value === '' ? t('range.backwards') : null),
      to: (value, { from }) => (value !== '' && value <= from ? t('range.backwards') : null),
    },
  })
  return (
    <form
      className="range-custom"
      onSubmit={form.onSubmit(({ from, to }) => onChoose({ from, to: to === '' ? null : to }))}
      title={t('range.zone', { zone })}
    >
      <TextInput type="datetime-local" label={t('range.from')} {...form.getInputProps('from')} />
      <TextInput type="datetime-local" label={t('range.to')} {...form.getInputProps('to')} />
      <Button type="submit" variant="default">
        {t('range.apply')}
      </Button>
    </form>
  )
}

const HAS_OFFSET = /(Z|[+-]\d\d:?\d\d)$/

function localOf(time: string, zone: string): string {
  return HAS_OFFSET.test(time) ? wallClock(Date.parse(time), zone) : time.slice(0, 16)
}
