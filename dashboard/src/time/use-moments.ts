import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { clockTime, dayInWords } from '../range/zoned'

const DAY_MS = 86_400_000

/** Labels of a time axis by the classroom's clock: the time of day, with the day where more than one is shown. */
export function useMoments() {
  const { zone } = useClassEntry()
  const { i18n } = useTranslation()
  return (points: readonly { readonly at: number }[]): string[] => {
    const span = (points.at(-1)?.at ?? 0) - (points[0]?.at ?? 0)
    const step = (points[1]?.at ?? 0) - (points[0]?.at ?? 0)
    return points.map(({ at }) => {
      const day = dayInWords(at, zone, i18n.language)
      if (step >= DAY_MS) return day
      const clock = clockTime(at, zone, i18n.language)
      return span > DAY_MS ? `${day} ${clock}` : clock
    })
  }
}
