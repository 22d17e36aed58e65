import { useSearchParams } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { useLessons } from './lessons'
import { rangeOf, rangeOfLesson, type Range } from './range'
import { beginningOfDay } from './zoned'

const DAY_START = '04:00'

/**
 * The stretch of time on screen: what the address names, else the latest lesson, else today. Null while that is not known
 * yet. `choose` changes the address, so that a link shows the same.
 */
export function useRange(): { range: Range | null; choose: (range: Range) => void } {
  const { id, zone } = useClassEntry()
  const [parameters, setParameters] = useSearchParams()
  const lessons = useLessons(id)
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
  return { range: lessons.isPending ? null : today(zone), choose }
}

/** From the beginning of the classroom's day up to now. */
export function today(zone: string): Range {
  return { from: beginningOfDay(Date.now(), zone, DAY_START), to: null }
}
