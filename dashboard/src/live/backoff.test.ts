import { expect, test } from 'vitest'
import { retryDelay } from './backoff'

test('the delay doubles up to its cap', () => {
  const longest = (attempt: number) => retryDelay(attempt, () => 1)
  expect([0, 1, 2, 3].map(longest)).toEqual([500, 1000, 2000, 4000])
  expect(longest(50)).toBe(5_000)
})

test('half of it is random', () => {
  expect(retryDelay(1, () => 0)).toBe(500)
  expect(retryDelay(1, () => 0.5)).toBe(750)
})
