import { expect, test } from 'vitest'
import { freePlace, inRows, movedByKey, placed, without } from './seat-plan'

test('a student is put on the plan once and moves from there', () => {
  const first = placed([], 'a', 0.5, 0.5)
  expect(first).toEqual([{ student: 'a', x: 0.5, y: 0.5 }])
  expect(placed(first, 'a', 0.3, 0.5)).toEqual([{ student: 'a', x: 0.3, y: 0.5 }])
  expect(without(first, 'a')).toEqual([])
})

test('places snap to a grid and stay inside the plan', () => {
  expect(placed([], 'a', 0.507, 1.7)).toEqual([{ student: 'a', x: 0.5, y: 0.96 }])
})

test('arrows move by a step, with Shift by five; other keys do not', () => {
  const seat = { student: 'a', x: 0.5, y: 0.5 }
  expect(movedByKey(seat, 'ArrowLeft', false)).toEqual({ x: 0.48, y: 0.5 })
  expect(movedByKey(seat, 'ArrowDown', true)).toEqual({ x: 0.5, y: 0.6 })
  expect(movedByKey(seat, 'Enter', false)).toBeNull()
})

test('rows hold everybody at places of their own', () => {
  const students = Array.from({ length: 40 }, (_, place) => String(place))
  const seats = inRows(students)
  expect(new Set(seats.map(({ x, y }) => `${x} ${y}`)).size).toBe(40)
  expect(seats[0]?.y).toBeLessThan(seats[39]?.y ?? 0)
})

test('in rows of a large class nobody is nearer to a neighbour than others are', () => {
  const [first, ...others] = inRows(Array.from({ length: 200 }, (_, place) => `${place}`))
  const row = [first, ...others].filter((seat) => seat?.y === first?.y)
  const gaps = row.slice(1).map((seat, place) => (seat?.x ?? 0) - (row[place]?.x ?? 0))
  expect(row.length).toBe(19)
  expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.001)
})

test('the free place is one where nobody sits', () => {
  const seats = [{ student: 'a', ...freePlace([]) }]
  expect(freePlace(seats)).not.toEqual(freePlace([]))
})
