/** Sizes of the map, in sixteenths of the page's rem: pixels, but for a page of larger letters. */
export interface MapLayout {
  readonly width: number
  /** Of the window onto the map. */
  readonly height: number
  /** For the names; 0 when rows are too low to be labelled. */
  readonly gutter: number
  /** For the totals and the numbers of the cells, above the rows. */
  readonly head: number
  readonly rowHeight: number
  readonly columnWidth: number
}

/** Rows at least this high carry a name. */
const NAMED_FROM = 13
const ROW_NAMED = 20
/** A class of eight fills more than a strip. */
const ROW_HIGHEST = 44
const ROW_LOWEST = 2
const HEAD = 76
/** A notebook of a dozen cells fills most of the window; one of three does not look like a table of bars. */
const COLUMN_WIDEST = 88

/** `fit`: the whole class on one screen, however low its rows; else rows that can be read, and scrolling. */
export function mapLayout(
  width: number,
  height: number,
  rows: number,
  columns: number,
  fit: boolean,
): MapLayout {
  const fitting = (height - HEAD) / Math.max(1, rows)
  const rowHeight = fit
    ? Math.max(ROW_LOWEST, Math.min(ROW_HIGHEST, fitting))
    : Math.max(ROW_NAMED, Math.min(ROW_HIGHEST, fitting))
  const gutter = rowHeight < NAMED_FROM ? 0 : Math.min(160, Math.max(76, width * 0.16))
  const columnWidth = Math.min(COLUMN_WIDEST, Math.max(1, (width - gutter) / Math.max(1, columns)))
  return { width, height, gutter, head: HEAD, rowHeight, columnWidth }
}

/** Which cell of the map is at a point of the window; row or column -1: beside the rows or columns. */
export function cellAt(
  { gutter, head, rowHeight, columnWidth }: MapLayout,
  scrolled: number,
  x: number,
  y: number,
): { row: number; column: number } {
  return {
    row: y < head ? -1 : Math.floor((y - head + scrolled) / rowHeight),
    column: x < gutter ? -1 : Math.floor((x - gutter) / columnWidth),
  }
}
