import { Tooltip } from '@mantine/core'
import {
  IconCircleFilled,
  IconClockExclamation,
  IconClockPause,
  IconDatabase,
  IconPlugConnectedX,
  IconRefresh,
} from '@tabler/icons-react'
import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Freshness } from '../live/freshness'
import { useClassView } from '../class-page/class-view'

const ICONS: Record<Freshness['kind'], typeof IconRefresh> = {
  connecting: IconRefresh,
  unreached: IconPlugConnectedX,
  live: IconCircleFilled,
  lagging: IconDatabase,
  reconnecting: IconRefresh,
  restarting: IconRefresh,
  stale: IconClockPause,
  ended: IconClockPause,
}

/** Whether the screen can be believed: live, or since when not; and whether this computer's clock is off. */
export function LiveIndicator({ zone }: { zone: string }) {
  const { t, i18n } = useTranslation()
  const fresh = useClassView((view) => view.freshness)
  const off = useClassView((view) => view.clockOffMinutes)
  const Icon = ICONS[fresh.kind]
  const values = {
    time: fresh.kind === 'stale' ? clockTime(fresh.since, zone, i18n.language) : '',
    seconds: fresh.kind === 'lagging' ? fresh.seconds : 0,
  }
  return (
    <>
      <Explained label={t(`live.explain.${fresh.kind}`, values)}>
        <p className="live" data-freshness={fresh.kind} role="status" tabIndex={0}>
          <Icon size={fresh.kind === 'live' ? '0.625rem' : '1rem'} aria-hidden="true" />
          {t(`live.${fresh.kind}`, values)}
        </p>
      </Explained>
      {off !== 0 && (
        <Explained label={t('live.explain.clock', { count: Math.abs(off) })}>
          <p className="live live-clock" role="status" tabIndex={0}>
            <IconClockExclamation size="1rem" aria-hidden="true" />
            {t(off > 0 ? 'live.clockSlow' : 'live.clockFast', { count: Math.abs(off) })}
          </p>
        </Explained>
      )}
    </>
  )
}

function Explained({ label, children }: { label: string; children: ReactElement }) {
  return (
    <Tooltip label={label} events={{ hover: true, focus: true, touch: true }} multiline w={260}>
      {children}
    </Tooltip>
  )
}

function clockTime(instant: number, zone: string, language: string): string {
  const format = { timeZone: zone, timeStyle: 'medium', hourCycle: 'h23' } as const
  return new Intl.DateTimeFormat(language, format).format(instant)
}
