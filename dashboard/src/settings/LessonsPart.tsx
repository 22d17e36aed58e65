import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useLessons, type Lesson } from '../range/lessons'
import { clockTime } from '../range/zoned'
import { Answer } from '../view/Answer'
import { Outcome } from '../view/Outcome'
import { Part } from '../view/View'
import { useStartLesson, useStopLesson } from './lessons'
import { TimetablePart } from './TimetablePart'

/** When lessons are: by button now, or by timetable. */
export function LessonsPart() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const lessons = useLessons(id)
  return (
    <>
      <Part title={t('lessons.title')}>
        <Answer query={lessons}>
          {(known) => {
            const running = known.find(
              ({ endedAt, source, lesson }) => endedAt == null && source !== 'activity' && lesson != null,
            )
            return running ? <Running lesson={running} /> : <Idle />
          }}
        </Answer>
      </Part>
      <TimetablePart />
    </>
  )
}

function Running({ lesson }: { lesson: Lesson }) {
  const { t, i18n } = useTranslation('settings')
  const { id, zone } = useClassEntry()
  const stop = useStopLesson(id)
  const time = clockTime(lesson.startedAt, zone, i18n.language)
  return (
    <div className="settings-line">
      <p>
        {lesson.title
          ? t('lessons.runningTitled', { title: lesson.title, time })
          : t('lessons.running', { time })}
      </p>
      <Button variant="default" loading={stop.isPending} onClick={() => stop.mutate(lesson.lesson ?? '')}>
        {t('lessons.stop')}
      </Button>
      <Outcome of={stop} />
    </div>
  )
}

function Idle() {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const start = useStartLesson(id)
  const [title, setTitle] = useState('')
  return (
    <>
      <p className="quiet">{t('lessons.idle')}</p>
      <form
        className="settings-line"
        onSubmit={(event) => {
          event.preventDefault()
          start.mutate(title.trim())
        }}
      >
        <TextInput
          label={t('lessons.name')}
          maxLength={100}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" loading={start.isPending}>
          {t('lessons.start')}
        </Button>
        <Outcome of={start} />
      </form>
    </>
  )
}
