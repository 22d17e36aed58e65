import { Tooltip } from '@mantine/core'
import { IconCircleFilled, IconClockPause, IconRefresh } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../live/freshness'
import { useClassView } from '../class-page/class-view'

const ICONS: Record<Freshness['kind'], typeof IconRefresh> = {
  connecting: IconRefresh,
  live: IconCircleFilled,
  reconnecting: IconRefresh,
  stale: IconClockPause,
  ended: IconClockPause,
}

/** Whether the screen can be believed: live, or since when not. */
export function LiveIndicator({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation()
  const fresh = useClassView((view) => view.freshness)
  const Icon = ICONS[fresh.kind]
  const time =
    fresh.kind === 'stale'
      ? new Intl.DateTimeFormat(i18n.language, {
          timeZone: zone,
          timeStyle: 'medium',
          hourCycle: 'h23',
        }).format(fresh.since)
      : ''
  return (
    <Tooltip
      label={t(`live.explain.${fresh.kind}`, { time })}
      events={{ hover: true, focus: true, touch: true }}
      multiline
      w={260}
    >
      <p className="live" data-freshness={fresh.kind} role="status" tabIndex={0}>
        <Icon size={fresh.kind === 'live' ? '0.625rem' : '1rem'} aria-hidden="true" />
        {t(`live.${fresh.kind}`, { time })}
      </p>
    </Tooltip>
  )
}
