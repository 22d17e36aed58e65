import { useDebouncedValue } from '@mantine/hooks'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { ClassStoreContext } from '../class-page/class-view'
import { clockTime } from '../range/zoned'
import { Answer } from '../view/Answer'
import { Part } from '../view/View'
import { useReplay } from './replay'
import { ReplayBar } from './ReplayBar'
import { ReplayClass } from './ReplayClass'
import { usePlaying } from './use-playing'

interface ReplayProps {
  /** The first and the last moment, milliseconds. */
  readonly from: number
  readonly to: number
}

/** The class as it was at any moment of the time on screen. */
export function Replay({ from, to }: ReplayProps) {
  const { t, i18n } = useTranslation('time')
  const { id, zone } = useClassEntry()
  const [at, setAt] = useState(() => from + Math.floor((to - from) / 2 / STEP_MS) * STEP_MS)
  // Who drags wants the moment at which they stop, not each on the way.
  const [settled] = useDebouncedValue(at, SETTLED_MS)
  const replay = useReplay(id, settled)
  const ready = settled === at && !replay.isFetching
  const playing = usePlaying({ ready, at, end: to, onMove: setAt })
  return (
    <Part title={t('replay.title')} hint={t('replay.hint')} className="replay">
      <ReplayBar from={from} to={to} at={at} onMove={setAt} playing={playing} />
      <Answer query={replay}>
        {(shown) => (
          <>
            <p className="replay-when">
              {t('replay.asWas', { time: clockTime(shown.at, zone, i18n.language, true) })}
            </p>
            <ClassStoreContext value={shown.frozen}>
              <ReplayClass />
            </ClassStoreContext>
          </>
        )}
      </Answer>
    </Part>
  )
}

const STEP_MS = 60_000
const SETTLED_MS = 150
