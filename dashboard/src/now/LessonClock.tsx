import { useTranslation } from 'react-i18next'
import { useClassView } from '../class-page/class-view'

/** The time on the wall of the classroom: the class's zone, the server's clock. */
export function LessonClock({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation()
  const minute = useClassView((view) => Math.floor(view.now / 60_000))
  const label = t('header.clock', { zone })
  const format = new Intl.DateTimeFormat(i18n.language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  return (
    <time className="header-clock" title={label} aria-label={`${label}: ${format.format(minute * 60_000)}`}>
      {format.format(minute * 60_000)}
    </time>
  )
}
