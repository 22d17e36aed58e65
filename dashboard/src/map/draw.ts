import { outcomeOf, type MapRow, type Outcome } from '../classroom/class-map'
import type { MapLayout } from './layout'
import type { ClassMap } from './use-class-map'

/** Colours of the page as they are now, light or dark. */
type Palette = Record<'ink' | 'quiet' | 'line' | 'surface' | Outcome, string> & {
  readonly font: string
}

function paletteOf(element: Element): Palette {
  const style = getComputedStyle(element)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  return {
    ink: colour('--ink'),
    quiet: colour('--ink-quiet'),
    line: colour('--line'),
    surface: colour('--surface'),
    none: colour('--track'),
    well: colour('--map-well'),
    tried: colour('--map-tried'),
    failed: colour('--failing'),
    failing: colour('--stuck'),
    font: style.fontFamily,
  }
}

export interface MapScene {
  readonly layout: MapLayout
  /** Pixels of the page for each unit of the layout. */
  readonly unit: number
  readonly map: ClassMap
  readonly names: ReadonlyMap<string, string>
  readonly scrolled: number
  readonly cursor: { readonly row: number; readonly column: number } | null
}

interface Drawing extends MapScene {
  readonly palette: Palette
}

/** Draws what of the map is in the window: only the rows in sight, so that its cost does not grow with the class. */
export function drawMap(canvas: HTMLCanvasElement, scene: MapScene): void {
  const { layout } = scene
  const drawing = { ...scene, palette: paletteOf(canvas) }
  const scale = (window.devicePixelRatio || 1) * drawing.unit
  const [width, height] = [Math.round(layout.width * scale), Math.round(layout.height * scale)]
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) return
  pen.setTransform(scale, 0, 0, scale, 0, 0)
  pen.fillStyle = drawing.palette.surface
  pen.fillRect(0, 0, layout.width, layout.height)
  drawRows(pen, drawing)
  drawHead(pen, drawing)
  drawHalf(pen, drawing)
}

function drawRows(pen: CanvasRenderingContext2D, drawing: Drawing): void {
  const { layout, map, scrolled } = drawing
  const first = Math.max(0, Math.floor(scrolled / layout.rowHeight))
  const last = Math.min(
    map.rows.length,
    Math.ceil((scrolled + layout.height - layout.head) / layout.rowHeight),
  )
  for (let place = first; place < last; place++) {
    const row = map.rows[place]
    if (row) drawRow(pen, drawing, row, place, layout.head + place * layout.rowHeight - scrolled)
  }
}

function drawRow(
  pen: CanvasRenderingContext2D,
  drawing: Drawing,
  row: MapRow,
  place: number,
  top: number,
): void {
  const { layout, map, palette, names, cursor } = drawing
  const { gutter, rowHeight, columnWidth } = layout
  const gap = rowHeight >= 6 ? 1 : 0
  const side = columnWidth >= 6 ? 1 : 0
  for (let column = 0; column < map.columns.list.length; column++) {
    const outcome = outcomeOf(row.cells[column], map.failingRuns)
    if (outcome === 'none' && row.here !== column) continue
    const left = gutter + column * columnWidth
    drawCell(pen, palette, outcome, left, top, columnWidth - side, rowHeight - gap)
    if (row.here === column && rowHeight >= 6) {
      pen.fillStyle = palette.ink
      pen.fillRect(left, top + rowHeight - gap - 2, columnWidth - side, 2)
    }
  }
  if (gutter > 0) {
    pen.fillStyle = palette.ink
    pen.font = `${rowHeight > 32 ? 15 : Math.min(13, rowHeight - 5)}px ${palette.font}`
    pen.textBaseline = 'middle'
    pen.fillText(names.get(row.student) ?? '', 4, top + rowHeight / 2, gutter - 10)
  }
  if (cursor?.row === place && cursor.column >= 0) {
    pen.strokeStyle = palette.ink
    pen.lineWidth = 2
    pen.strokeRect(gutter + cursor.column * columnWidth - 1, top - 1, columnWidth + 1, rowHeight + 1)
  }
}

/** Each outcome has its lightness and, where there is room, its sign: never its colour alone. */
function drawCell(
  pen: CanvasRenderingContext2D,
  palette: Palette,
  outcome: Outcome,
  left: number,
  top: number,
  width: number,
  height: number,
): void {
  pen.fillStyle = palette[outcome]
  pen.fillRect(left, top, width, height)
  if (width < 7 || height < 7 || outcome === 'well' || outcome === 'none') return
  const [x, y, arm] = [left + width / 2, top + height / 2, Math.min(width, height) / 4]
  pen.strokeStyle = outcome === 'tried' ? palette.ink : palette.surface
  pen.fillStyle = palette.ink
  pen.lineWidth = 1.6
  pen.beginPath()
  if (outcome === 'tried') {
    pen.arc(x, y, Math.min(1.6, arm), 0, 2 * Math.PI)
    pen.fill()
    return
  }
  pen.moveTo(x - arm, y + arm)
  pen.lineTo(x + arm, y - arm)
  if (outcome === 'failing') {
    pen.moveTo(x - arm, y - arm)
    pen.lineTo(x + arm, y + arm)
  }
  pen.stroke()
}

const BARS = 44

function drawHead(pen: CanvasRenderingContext2D, { layout, map, palette }: Drawing): void {
  const { gutter, head, columnWidth, width } = layout
  pen.fillStyle = palette.surface
  pen.fillRect(0, 0, width, head)
  const most = Math.max(1, map.rows.length)
  const side = columnWidth >= 6 ? 1 : 0
  map.totals.forEach(({ well, failed }, place) => {
    const left = gutter + place * columnWidth
    const [wellHigh, failedHigh] = [(well / most) * BARS, (failed / most) * BARS]
    pen.fillStyle = palette.well
    pen.fillRect(left, BARS + 4 - wellHigh, columnWidth - side, wellHigh)
    pen.fillStyle = palette.failing
    pen.fillRect(left, BARS + 4 - wellHigh - failedHigh, columnWidth - side, failedHigh)
  })
  pen.fillStyle = palette.line
  pen.fillRect(gutter, BARS + 4, columnWidth * map.columns.list.length, 1)
  const every = [1, 2, 5, 10, 20].find((step) => step * columnWidth >= 22) ?? 20
  pen.fillStyle = palette.quiet
  pen.font = `11px ${palette.font}`
  pen.textBaseline = 'middle'
  pen.textAlign = 'center'
  for (const { cellIndex, place } of map.columns.list) {
    if (place % every !== 0 || cellIndex === null) continue
    pen.fillText(String(cellIndex + 1), gutter + (place + 0.5) * columnWidth, BARS + 16)
  }
  pen.textAlign = 'start'
}

/** The line at which half of the class has arrived, with its mark under the numbers. */
function drawHalf(pen: CanvasRenderingContext2D, { layout, map, scrolled, palette }: Drawing): void {
  if (map.half === null) return
  const x = layout.gutter + (map.half + 1) * layout.columnWidth
  pen.fillStyle = palette.ink
  pen.fillRect(x - 1, 4, 2, layout.head - 8)
  pen.globalAlpha = 0.45
  pen.fillRect(x - 0.75, layout.head - 4, 1.5, 4 + map.rows.length * layout.rowHeight - scrolled)
  pen.globalAlpha = 1
}
