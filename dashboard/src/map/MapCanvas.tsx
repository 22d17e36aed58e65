import { useComputedColorScheme } from '@mantine/core'
import { useElementSize, useMergedRef } from '@mantine/hooks'
import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react'
import { useTranslation } from 'react-i18next'
import { useStudentBeside } from '../class-page/use-student-beside'
import { drawMap } from './draw'
import { cellAt, mapLayout } from './layout'
import { MapPointer } from './MapPointer'
import { movedCursor, type Cursor } from './cursor'
import type { ClassMap } from './use-class-map'

interface MapCanvasProps {
  readonly map: ClassMap
  readonly names: ReadonlyMap<string, string>
  readonly fit: boolean
  readonly summary: string
  readonly onColumn: (column: number) => void
}

/**
 * The map on one canvas as large as its window, however large the class: scrolling draws other rows. Arrows move a cursor
 * through it, whose cell is said aloud; the same as a table is one click away.
 */
export function MapCanvas({ map, names, fit, summary, onColumn }: MapCanvasProps) {
  const { t } = useTranslation('map')
  const { ref: sized, width, height } = useElementSize<HTMLDivElement>()
  const scroller = useRef<HTMLDivElement>(null)
  const canvas = useRef<HTMLCanvasElement>(null)
  const { open } = useStudentBeside()
  const [marked, setMarked] = useState<{ student: string; column: number } | null>(null)
  const [focused, setFocused] = useState(false)
  const [pointed, setPointed] = useState<(Cursor & { x: number; y: number }) | null>(null)
  const unit = pixelsOfRem() / 16
  const layout = mapLayout(width / unit, height / unit, map.rows.length, map.columns.list.length, fit)

  // It is somebody's cell, and stays theirs when rows change places or another part of the page has the focus meanwhile.
  const row = map.rows.findIndex(({ student }) => student === marked?.student)
  const last = marked && row >= 0 ? { row, column: marked.column } : null
  const cursor: Cursor | null = focused ? last : null

  const scrolled = () => (scroller.current?.scrollTop ?? 0) / unit
  const draw = useRef<() => void>(() => undefined)
  const drawSoon = useInNextFrame(draw)
  useLayoutEffect(() => {
    draw.current = () => {
      if (!canvas.current || width === 0) return
      drawMap(canvas.current, { layout, unit, map, names, scrolled: scrolled(), cursor })
    }
    drawSoon()
  })
  useAfterScheme(drawSoon)

  const at = (event: { clientX: number; clientY: number }) => {
    const box = scroller.current?.getBoundingClientRect()
    const [x, y] = [(event.clientX - (box?.left ?? 0)) / unit, (event.clientY - (box?.top ?? 0)) / unit]
    return { ...cellAt(layout, scrolled(), x, y), x: event.clientX, y: event.clientY }
  }
  const follow = (event: PointerEvent) => {
    const place = at(event)
    setPointed(place.row < map.rows.length && place.column < map.columns.list.length ? place : null)
  }
  const move = (event: KeyboardEvent) => {
    const student = cursor && map.rows[cursor.row]?.student
    if (event.key === 'Enter' && student) open(student)
    const next = movedCursor(last, event.key, map.rows.length, map.columns.list.length)
    const reached = next && map.rows[next.row]
    if (!reached) return
    event.preventDefault()
    setMarked({ student: reached.student, column: next.column })
    keepInSight(scroller.current, layout.head * unit, layout.rowHeight * unit, next.row)
  }
  const told = cursor ?? (pointed && pointed.row >= 0 ? pointed : null)
  return (
    <div ref={useMergedRef(sized, scroller)} className="map-scroll" onScroll={drawSoon}>
      <canvas
        ref={canvas}
        className="map-canvas"
        role="img"
        tabIndex={0}
        aria-label={summary}
        aria-describedby="map-keys"
        onPointerMove={follow}
        onPointerLeave={() => setPointed(null)}
        onClick={(event) => {
          const { row, column } = at(event)
          const student = map.rows[row]?.student
          if (row === -1 && column >= 0) onColumn(column)
          else if (student) open(student)
        }}
        onKeyDown={move}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      <div
        className="map-length"
        style={{ height: Math.max(0, (layout.head + map.rows.length * layout.rowHeight) * unit - height) }}
      />
      <p id="map-keys" className="visually-hidden">
        {t('keys')}
      </p>
      {pointed && <MapPointer map={map} names={names} at={pointed} />}
      <p className="visually-hidden" aria-live="polite">
        {cursor && told && <MapPointer map={map} names={names} at={told} />}
      </p>
    </div>
  )
}

function pixelsOfRem(): number {
  return parseFloat(getComputedStyle(document.documentElement).fontSize) || 16
}

/** Draws once in the next frame, however often it is asked to: what is new and what was scrolled to are one picture. */
function useInNextFrame(draw: RefObject<() => void>): () => void {
  const frame = useRef(0)
  return useCallback(() => {
    cancelAnimationFrame(frame.current)
    frame.current = requestAnimationFrame(() => draw.current())
  }, [draw])
}

/** Draws again when the colours of the other scheme are there: after the attribute of the page has changed. */
function useAfterScheme(drawSoon: () => void): void {
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  useEffect(drawSoon, [scheme, drawSoon])
}

function keepInSight(scroller: HTMLElement | null, head: number, rowHeight: number, row: number): void {
  if (!scroller) return
  const top = row * rowHeight
  const sight = scroller.clientHeight - head - rowHeight
  if (top < scroller.scrollTop) scroller.scrollTop = top
  else if (top > scroller.scrollTop + sight) scroller.scrollTop = top - sight
}
