import { expect, test } from 'vitest'
import { GapWatch } from './gap'
import { isAfter } from './stream-id'

test('stream ids compare by time, then by sequence, as numbers', () => {
  expect(isAfter('1000-0', '999-9')).toBe(true)
  expect(isAfter('5-10', '5-9')).toBe(true)
  expect(isAfter('5-9', '5-9')).toBe(false)
})

test('a delta that does not fit asks once', () => {
  const gaps = new GapWatch()
  expect([gaps.deltaDidNotFit(), gaps.deltaDidNotFit()]).toEqual(['resume', 'none'])
})

test('asking that did not help ends in a new connection', () => {
  const gaps = new GapWatch()
  gaps.deltaDidNotFit()
  expect([gaps.status('9-0', '5-0'), gaps.status('9-0', '5-0')]).toEqual(['none', 'reconnect'])
})

test('one status ahead may be on the road; two in a row are a gap', () => {
  const gaps = new GapWatch()
  expect([gaps.status('9-0', '5-0'), gaps.status('9-0', '5-0')]).toEqual(['none', 'resume'])
})

test('what was applied in between forgets', () => {
  const gaps = new GapWatch()
  gaps.status('9-0', '5-0')
  gaps.applied()
  expect(gaps.status('12-0', '10-0')).toBe('none')
})
