import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { columnsOf, placeAfterKey } from './arrow-keys'
import { Tile } from './Tile'
import { TileTooltip } from './TileTooltip'
import './tiles.css'

/** Above this many students the tiles are small. */
const ROOMY_UP_TO = 60

interface TilesProps {
  readonly order: readonly string[]
  /** Told when the pointer or the focus comes into the grid, and when both have left it. */
  readonly onHeld: (held: boolean) => void
}

/** The class as tiles. One tab stop; arrows move through them. */
export function Tiles({ order, onHeld }: TilesProps) {
  const { t } = useTranslation()
  const inside = useRef({ pointer: false, focus: false })
  const [described, setDescribed] = useState<HTMLElement | null>(null)
  const [reached, setReached] = useState<string | null>(null)
  const tabStop = reached !== null && order.includes(reached) ? reached : order[0]

  const hold = (change: Partial<{ pointer: boolean; focus: boolean }>) => {
    Object.assign(inside.current, change)
    onHeld(inside.current.pointer || inside.current.focus)
  }
  const enter = (event: PointerEvent) => {
    if (event.pointerType !== 'touch') hold({ pointer: true })
  }
  const leave = () => {
    hold({ pointer: false })
    setDescribed(inside.current.focus ? tileOf(document.activeElement) : null)
  }
  const move = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Escape') setDescribed(null)
    const grid = event.currentTarget
    const from = order.indexOf(tileOf(event.target)?.dataset['student'] ?? '')
    const to = placeAfterKey(event.key, from, order.length, columnsOf(grid))
    if (to === null) return
    event.preventDefault()
    ;(grid.children[to] as HTMLElement).focus()
  }
  return (
    <>
      <ul
        id="students"
        className="tiles"
        aria-label={t('tiles.label')}
        data-density={order.length > ROOMY_UP_TO ? 'dense' : 'roomy'}
        onPointerEnter={enter}
        onPointerLeave={leave}
        onPointerOver={(event) => setDescribed(tileOf(event.target))}
        onFocus={(event) => {
          const tile = tileOf(event.target)
          hold({ focus: true })
          setDescribed(tile)
          setReached(tile?.dataset['student'] ?? null)
        }}
        onBlur={() => {
          hold({ focus: false })
          setDescribed(null)
        }}
        onKeyDown={move}
      >
        {order.map((key) => (
          <Tile key={key} student={key} reachable={key === tabStop} />
        ))}
      </ul>
      {described?.isConnected && <TileTooltip tile={described} />}
    </>
  )
}

function tileOf(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>('[data-student]') : null
}
