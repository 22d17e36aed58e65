import { expect, test } from 'vitest'
import { beginningOfDay, clockTime, wallClock } from './zoned'

const AT = Date.parse('2026-11-21T19:30:00Z')

test('the wall clock is the classroom’s, not the browser’s', () => {
  expect(wallClock(AT, 'Asia/Tokyo')).toBe('2026-11-22T04:30')
  expect(wallClock(AT, 'America/New_York')).toBe('2026-11-21T14:30')
  expect(clockTime(AT, 'Asia/Tokyo', 'ja')).toBe('04:30')
})

test('before the day’s start it is still the day before', () => {
  expect(beginningOfDay(AT, 'Asia/Tokyo', '04:00')).toBe('2026-11-22T04:00')
  expect(beginningOfDay(AT - 31 * 60_000, 'Asia/Tokyo', '04:00')).toBe('2026-11-21T04:00')
})
