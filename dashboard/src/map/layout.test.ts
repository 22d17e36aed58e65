import { expect, test } from 'vitest'
import { cellAt, mapLayout } from './layout'

test('fitted, 200 rows of 60 columns are on one screen, too low for names', () => {
  const { rowHeight, head, gutter, columnWidth, width } = mapLayout(1200, 700, 200, 60, true)
  expect(head + 200 * rowHeight).toBeLessThanOrEqual(700)
  expect(gutter).toBe(0)
  expect(60 * columnWidth).toBeLessThanOrEqual(width)
})

test('to be read, rows have names and scroll', () => {
  const { rowHeight, gutter, head } = mapLayout(1200, 700, 200, 60, false)
  expect(head + 200 * rowHeight).toBeGreaterThan(700)
  expect(gutter).toBeGreaterThan(0)
})

test('a point is in the cell that is drawn there', () => {
  const layout = mapLayout(1200, 700, 200, 60, false)
  const { gutter, head, rowHeight, columnWidth } = layout
  const inside = cellAt(layout, 100, gutter + 3.5 * columnWidth, head + 2.5 * rowHeight - 100 + 5 * rowHeight)
  expect(inside).toEqual({ row: 7, column: 3 })
  expect(cellAt(layout, 0, 4, head - 1)).toEqual({ row: -1, column: -1 })
})
