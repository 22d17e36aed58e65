import { useSearchParams } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { useClassSettings } from '../settings/settings'
import { useLessons } from './lessons'
import { rangeOf, rangeOfLesson, type Range } from './range'
import { beginningOfDay } from './zoned'

/** When a class's day begins until it has said otherwise. */
const USUAL_DAY_START = '04:00'

/**
 * The stretch of time on screen: what the address names, else the latest lesson, else today. Null while that is not known
 * yet. `choose` changes the address, so that a link shows the same.
 */
export function useRange(): { range: Range | null; choose: (range: Range) => void } {
  const { id } = useClassEntry()
  const [parameters, setParameters] = useSearchParams()
  const lessons = useLessons(id)
  const today = useToday()
  const [latest] = lessons.data ?? []
  const choose = (range: Range) =>
    setParameters((now) => {
      const next = new URLSearchParams(now)
      next.set('from', range.from)
      if (range.to === null) next.delete('to')
      else next.set('to', range.to)
      return next
    })
  const named = rangeOf(parameters)
  if (named) return { range: named, choose }
  if (latest) return { range: rangeOfLesson(latest), choose }
  // Who shows the range asks for the lessons again: once failed they are not waited for a second time.
  const notYet = lessons.isPending && lessons.errorUpdateCount === 0
  return { range: notYet ? null : today, choose }
}

/** From the beginning of the class's day up to now, by the classroom's clock as the server has it. */
export function useToday(): Range {
  const { id, zone } = useClassEntry()
  const dayStart = useClassSettings(id).data?.dayStart ?? USUAL_DAY_START
  const from = useClassView(({ now }) => beginningOfDay(now, zone, dayStart))
  return { from, to: null }
}
