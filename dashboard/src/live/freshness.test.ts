import { expect, test } from 'vitest'
import { freshness, NO_LINK, STALE_AFTER_MS, type Link } from './freshness'

const link: Link = { ...NO_LINK, connected: true, lastFrameAt: 1000 }
const soon = 2000
const late = 1001 + STALE_AFTER_MS

test('live while frames come', () => {
  expect(freshness(link, soon)).toEqual({ kind: 'live' })
})
test('connecting until the first frame', () => {
  expect(freshness({ ...link, lastFrameAt: null }, late)).toEqual({ kind: 'connecting' })
})
test('when nothing has come for a while, that is said', () => {
  const nothing = { ...NO_LINK, connected: true }
  expect(freshness(nothing, soon, 0, 1000)).toEqual({ kind: 'connecting' })
  expect(freshness(nothing, late, 0, 1000)).toEqual({ kind: 'unreached' })
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
test('what was last known to be true is told by the server’s clock', () => {
  expect(freshness(link, late, 600_000)).toEqual({ kind: 'stale', since: 601_000 })
})
test('a server that went down on purpose is expected back', () => {
  expect(freshness({ ...link, connected: false, restarting: true }, soon)).toEqual({ kind: 'restarting' })
})
test('live, though histories are behind', () => {
  expect(freshness({ ...link, storeLag: 64_000 }, soon)).toEqual({ kind: 'lagging', seconds: 60 })
  expect(freshness({ ...link, storeLag: 9_000 }, soon)).toEqual({ kind: 'live' })
})
