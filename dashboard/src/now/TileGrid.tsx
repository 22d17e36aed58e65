import {
  useState,
  type FocusEvent,
  type KeyboardEvent,
  type MouseEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { useStudentBeside } from '../class-page/use-student-beside'
import { placeAfterKey } from './arrow-keys'
import { TabStopContext } from './tile-grid'
import { TileTooltip } from './TileTooltip'
import type { useHold } from './use-hold'
import './tiles.css'

interface TileGridProps {
  /** The students shown, first to last. */
  readonly order: readonly string[]
  /** Told when the pointer or the focus comes in, and when both have left. */
  readonly held: ReturnType<typeof useHold>['handlers']
  readonly children: ReactNode
}

/** Around the tiles, however they are laid out: one tab stop, arrows move through them, a click opens the student, and one tooltip for all. */
export function TileGrid({ order, held, children }: TileGridProps) {
  const { open } = useStudentBeside()
  const [described, setDescribed] = useState<HTMLElement | null>(null)
  const [reached, setReached] = useState<string | null>(null)
  const tabStop = reached !== null && order.includes(reached) ? reached : (order[0] ?? null)
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') setDescribed(null)
    const tiles = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-student]')]
    const from = tiles.findIndex((tile) => tile === tileOf(event.target))
    const to = placeAfterKey(event.key, from, () => tiles.map((tile) => tile.getBoundingClientRect()))
    if (to === null || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    tiles[to]?.focus()
  }
  return (
    <div
      id="students"
      className="tile-grid"
      onClick={(event: MouseEvent) => {
        const student = tileOf(event.target)?.dataset['student']
        if (student !== undefined) open(student)
      }}
      onPointerEnter={held.onPointerEnter}
      onPointerLeave={() => {
        held.onPointerLeave()
        setDescribed(tileOf(document.activeElement))
      }}
      onPointerOver={(event: PointerEvent) => setDescribed(tileOf(event.target))}
      onFocus={(event: FocusEvent) => {
        const tile = tileOf(event.target)
        held.onFocus(event)
        setDescribed(tile)
        setReached(tile?.dataset['student'] ?? null)
      }}
      onBlur={(event: FocusEvent) => {
        held.onBlur(event)
        setDescribed(null)
      }}
      onKeyDown={move}
    >
      <TabStopContext value={tabStop}>{children}</TabStopContext>
      {described?.isConnected && <TileTooltip tile={described} />}
    </div>
  )
}

function tileOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('.tile[data-student]') : null
}
