/** Where an arrow, Home or End leads from place `from` in a grid of `count` tiles, `columns` to a row; null: nowhere. */
export function placeAfterKey(key: string, from: number, count: number, columns: number): number | null {
  const steps: Record<string, number> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    ArrowUp: from - columns,
    ArrowDown: from + columns,
    Home: 0,
    End: count - 1,
  }
  const to = steps[key]
  return to === undefined || to < 0 || to >= count ? null : to
}

/** How many tiles stand in the first row, as laid out. */
export function columnsOf(grid: HTMLElement): number {
  const tiles = [...grid.children] as HTMLElement[]
  const top = tiles[0]?.offsetTop
  const second = tiles.findIndex((tile) => tile.offsetTop !== top)
  return second === -1 ? tiles.length : second
}
