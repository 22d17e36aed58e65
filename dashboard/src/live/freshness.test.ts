import { expect, test } from 'vitest'
import { freshness, STALE_AFTER_MS, type Link } from './freshness'

const link: Link = { connected: true, lastFrameAt: 1000, serverStaleSince: null, ending: null }
const soon = 2000
const late = 1001 + STALE_AFTER_MS

test('live while frames come', () => {
  expect(freshness(link, soon)).toEqual({ kind: 'live' })
})
test('connecting until the first frame', () => {
  expect(freshness({ ...link, lastFrameAt: null }, late)).toEqual({ kind: 'connecting' })
})
test('reconnecting at first, stale when it lasts', () => {
  expect(freshness({ ...link, connected: false }, soon)).toEqual({ kind: 'reconnecting' })
  expect(freshness({ ...link, connected: false }, late)).toEqual({ kind: 'stale', since: 1000 })
})
test('stale when an open connection says nothing', () => {
  expect(freshness(link, late)).toEqual({ kind: 'stale', since: 1000 })
})
test('stale when the server says that it lags', () => {
  expect(freshness({ ...link, serverStaleSince: 700 }, soon)).toEqual({ kind: 'stale', since: 700 })
})
test('an end is an end', () => {
  expect(freshness({ ...link, ending: 'signed_out' }, soon)).toEqual({ kind: 'ended', ending: 'signed_out' })
})
