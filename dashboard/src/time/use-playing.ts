import { useEffect, useState } from 'react'

/** How many times faster than the lesson. */
export const SPEEDS = [30, 60, 120] as const
export type Speed = (typeof SPEEDS)[number]

/** A moment stays on screen this long; each asks the application once. */
const FRAME_MS = 1000

interface PlayedProps {
  /** Whether the moment on screen is there; the next one waits for it. */
  readonly ready: boolean
  readonly at: number
  readonly end: number
  readonly onMove: (at: number) => void
}

export interface Playing {
  readonly running: boolean
  readonly speed: Speed
  readonly setRunning: (running: boolean) => void
  readonly setSpeed: (speed: Speed) => void
}

/** Moves on by itself while it runs, and stops at the end. */
export function usePlaying({ ready, at, end, onMove }: PlayedProps): Playing {
  const [wanted, setRunning] = useState(false)
  const [speed, setSpeed] = useState<Speed>(60)
  const running = wanted && at < end
  useEffect(() => {
    if (!running || !ready) return
    const timer = setTimeout(() => onMove(Math.min(end, at + speed * FRAME_MS)), FRAME_MS)
    return () => clearTimeout(timer)
  }, [running, ready, at, end, speed, onMove])
  return { running, speed, setRunning, setSpeed }
}
