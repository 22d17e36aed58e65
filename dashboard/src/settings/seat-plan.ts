/** Where a student sits: shares of the plan's width and height, from its left and top. */
export interface Seat {
  readonly student: string
  readonly x: number
  readonly y: number
}

/** The plan has this many steps each way; seats snap to them, so that rows come out straight. */
export const STEPS = 50
/** A seat stays this far inside the plan. */
const RIM = 0.04

/** The plan with a student at a place, moved there or new on it. */
export function placed(seats: readonly Seat[], student: string, x: number, y: number): Seat[] {
  const seat = { student, x: snapped(x), y: snapped(y) }
  return seats.some((one) => one.student === student)
    ? seats.map((one) => (one.student === student ? seat : one))
    : [...seats, seat]
}

/** The plan without a student. */
export function without(seats: readonly Seat[], student: string): Seat[] {
  return seats.filter((one) => one.student !== student)
}

/** Where an arrow key moves a seat; null for other keys. */
export function movedByKey(seat: Seat, key: string, far: boolean): { x: number; y: number } | null {
  const step = (far ? 5 : 1) / STEPS
  switch (key) {
    case 'ArrowLeft':
      return { x: seat.x - step, y: seat.y }
    case 'ArrowRight':
      return { x: seat.x + step, y: seat.y }
    case 'ArrowUp':
      return { x: seat.x, y: seat.y - step }
    case 'ArrowDown':
      return { x: seat.x, y: seat.y + step }
    default:
      return null
  }
}

/** Everybody in rows from the board on, in the given order; about twice as wide as deep. All gaps alike, so not snapped. */
export function inRows(students: readonly string[]): Seat[] {
  const columns = Math.max(4, Math.ceil(Math.sqrt(students.length * 1.8)))
  const rows = Math.max(1, Math.ceil(students.length / columns))
  return students.map((student, place) => ({
    student,
    x: ((place % columns) + 0.5) / columns,
    y: (Math.floor(place / columns) + 0.5) / rows,
  }))
}

/** The first place of a row of ten that is free, for who is put on the plan by keyboard. */
export function freePlace(seats: readonly Seat[]): { x: number; y: number } {
  const places = Array.from({ length: 200 }, (_, place) => ({
    x: snapped(((place % 10) + 0.5) / 10),
    y: snapped((Math.floor(place / 10) + 0.5) / 20),
  }))
  const free = places.find(
    ({ x, y }) => !seats.some((seat) => Math.abs(seat.x - x) < 0.06 && Math.abs(seat.y - y) < 0.04),
  )
  return free ?? { x: 0.5, y: 0.5 }
}

function snapped(share: number): number {
  const inside = Math.min(1 - RIM, Math.max(RIM, share))
  return Math.round(inside * STEPS) / STEPS
}
