/** A cell of the map, by row and column. */
export interface Cursor {
  readonly row: number
  readonly column: number
}

/** Where a key leads; the first key leads into the map. Null: not a key of the map. */
export function movedCursor(
  cursor: Cursor | null,
  key: string,
  rows: number,
  columns: number,
): Cursor | null {
  const steps: Record<string, [number, number]> = {
    ArrowUp: [-1, 0],
    ArrowDown: [1, 0],
    ArrowLeft: [0, -1],
    ArrowRight: [0, 1],
    PageUp: [-10, 0],
    PageDown: [10, 0],
    Home: [0, -columns],
    End: [0, columns],
  }
  const step = steps[key]
  if (!step || rows === 0 || columns === 0) return null
  if (!cursor) return { row: 0, column: 0 }
  const within = (place: number, count: number) => Math.max(0, Math.min(count - 1, place))
  return { row: within(cursor.row + step[0], rows), column: within(cursor.column + step[1], columns) }
}
