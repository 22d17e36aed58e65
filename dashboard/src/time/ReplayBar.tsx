import { Button, NativeSelect } from '@mantine/core'
import {
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerTrackNext,
  IconPlayerTrackPrev,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { IconAction } from '../frame/IconAction'
import { clockTime } from '../range/zoned'
import { SPEEDS, type Playing } from './use-playing'

const STEP_MS = 60_000

interface ReplayBarProps {
  readonly from: number
  readonly to: number
  readonly at: number
  readonly onMove: (at: number) => void
  readonly playing: Playing
}

/** Chooses the moment: by a slider, step by step, or by letting it play. */
export function ReplayBar({ from, to, at, onMove, playing }: ReplayBarProps) {
  const { t, i18n } = useTranslation('time')
  const { zone } = useClassEntry()
  const clock = (moment: number) => clockTime(moment, zone, i18n.language)
  const move = (moment: number) => onMove(Math.min(to, Math.max(from, moment)))
  return (
    <div className="replay-bar">
      <Button
        size="sm"
        leftSection={playing.running ? <IconPlayerPause size="1rem" /> : <IconPlayerPlay size="1rem" />}
        disabled={at >= to}
        onClick={() => playing.setRunning(!playing.running)}
      >
        {t(playing.running ? 'replay.pause' : 'replay.play')}
      </Button>
      <IconAction label={t('replay.back')} onClick={() => move(at - STEP_MS)}>
        <IconPlayerTrackPrev size="1rem" />
      </IconAction>
      <IconAction label={t('replay.forth')} onClick={() => move(at + STEP_MS)}>
        <IconPlayerTrackNext size="1rem" />
      </IconAction>
      <span className="replay-end">{clock(from)}</span>
      <input
        type="range"
        className="replay-slider"
        aria-label={t('replay.at')}
        aria-valuetext={clock(at)}
        min={from}
        max={to}
        step={STEP_MS}
        value={at}
        onChange={(event) => move(Number(event.currentTarget.value))}
      />
      <span className="replay-end">{clock(to)}</span>
      <output className="replay-at">{clock(at)}</output>
      <NativeSelect
        size="xs"
        aria-label={t('replay.speed')}
        value={playing.speed}
        onChange={(event) => {
          const speed = SPEEDS.find((one) => one === Number(event.currentTarget.value))
          if (speed) playing.setSpeed(speed)
        }}
        data={SPEEDS.map((times) => ({ value: String(times), label: t('replay.times', { times }) }))}
      />
    </div>
  )
}
