import { expect, test } from 'vitest'
import { sorted } from './sorting'

test('numbers sort as numbers, numbers in texts too, and what is missing comes last either way', () => {
  const rows = [{ v: 10 }, { v: null }, { v: 9 }]
  expect(sorted(rows, ({ v }) => v, false, 'en').map(({ v }) => v)).toEqual([9, 10, null])
  expect(sorted(rows, ({ v }) => v, true, 'en').map(({ v }) => v)).toEqual([10, 9, null])
  expect(sorted(['S10', 'S9'], (v) => v, false, 'ja')).toEqual(['S9', 'S10'])
})
