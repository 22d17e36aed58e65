/** Where something is on screen, pixels. */
export type Box = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>

/**
 * Where a key leads from tile `from`: left and right to its neighbours in their order, Home and End to the first and last, up
 * and down to the nearest as laid out (`boxes` is asked only then); null: nowhere.
 */
export function placeAfterKey(key: string, from: number, boxes: () => readonly Box[]): number | null {
  if (from === -1) return null
  const places = boxes()
  const steps: Record<string, number | null> = {
    ArrowLeft: from - 1,
    ArrowRight: from + 1,
    Home: 0,
    End: places.length - 1,
  }
  const to = key === 'ArrowUp' || key === 'ArrowDown' ? nearest(key, from, places) : steps[key]
  return to === undefined || to === null || to < 0 || to >= places.length ? null : to
}

/** The tile of the next row up or down that is nearest; a sideways pixel weighs less than one of height. */
function nearest(key: 'ArrowUp' | 'ArrowDown', from: number, boxes: readonly Box[]): number | null {
  const start = boxes[from]
  if (!start) return null
  const height = start.bottom - start.top
  let best: { place: number; distance: number } | null = null
  for (const [place, box] of boxes.entries()) {
    const down = (key === 'ArrowDown' ? 1 : -1) * (middle(box) - middle(start))
    if (down < height / 2) continue
    const distance = down * 2 + Math.abs(box.left + box.right - start.left - start.right) / 2
    if (!best || distance < best.distance) best = { place, distance }
  }
  return best?.place ?? null
}

function middle(box: Box): number {
  return (box.top + box.bottom) / 2
}
