import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import '../view/words'
import { CustomRange } from './CustomRange'
import { useLessons, type Lesson } from './lessons'
import { rangeOfLesson, type Range } from './range'
import './range.css'
import { useToday } from './use-range'
import { clockTime, dayInWords } from './zoned'

interface RangePickerProps {
  readonly range: Range
  readonly onChoose: (range: Range) => void
}

/** Chooses a lesson, today, or any stretch of time. */
export function RangePicker({ range, onChoose }: RangePickerProps) {
  const { t, i18n } = useTranslation('view')
  const { id, zone } = useClassEntry()
  const lessons = useLessons(id).data ?? []
  const [custom, setCustom] = useState(false)
  const lesson = lessons.findIndex(({ startedAt }) => startedAt === range.from)
  const today = useToday()
  const isToday = range.to === null && range.from === today.from
  const value = custom ? 'custom' : lesson >= 0 ? String(lesson) : isToday ? 'today' : 'custom'
  const choose = (chosen: string) => {
    setCustom(chosen === 'custom')
    const found = lessons[Number(chosen)]
    if (chosen === 'today') onChoose(today)
    else if (chosen !== 'custom' && found) onChoose(rangeOfLesson(found))
  }
  return (
    <div className="range-picker">
      <NativeSelect
        label={t('range.lesson')}
        value={value}
        onChange={(event) => choose(event.currentTarget.value)}
        data={[
          ...lessons.map((one, place) => ({ value: String(place), label: words(one) })),
          { value: 'today', label: t('range.today') },
          { value: 'custom', label: t('range.custom') },
        ]}
      />
      {value === 'custom' && (
        <CustomRange key={`${range.from} ${range.to}`} range={range} zone={zone} onChoose={onChoose} />
      )}
    </div>
  )

  function words({ title, startedAt, endedAt, source }: Lesson): string {
    const clock = (at: string) => clockTime(at, zone, i18n.language)
    const end = endedAt ? clock(endedAt) : t('range.now')
    const name = title || (source === 'activity' ? t('range.inferred') : '')
    const day = dayInWords(startedAt, zone, i18n.language)
    return `${day} ${clock(startedAt)}–${end}${name ? ` · ${name}` : ''}`
  }
}
