import { expect, test } from 'vitest'
import { aHelp } from '../../test-support/frames'
import { helpQueue, waitingTimes } from './help-queue'

const at = (minute: number) => ({ since: `2026-11-21T01:0${minute}:00Z` })
const claim = { teacher: 't', name: 'Mori', at: '2026-11-21T01:09:00Z' }

test('the application’s order counts, for it knows who was helped least', () => {
  const queue = helpQueue([
    aHelp('1-0', 'a', { ...at(1), position: 2 }),
    aHelp('2-0', 'b', { ...at(1), position: 1 }),
    aHelp('3-0', 'c', { ...at(0), position: null, state: 'claimed', claim }),
  ])
  expect(queue.waiting.map(({ student }) => student)).toEqual(['b', 'a'])
  expect(queue.taken.map(({ student }) => student)).toEqual(['c'])
})

test('without an order, whoever asked first', () => {
  const queue = helpQueue([
    aHelp('2-0', 'late', { ...at(3), position: null }),
    aHelp('1-0', 'early', { ...at(2), position: null }),
  ])
  expect(queue.waiting.map(({ student }) => student)).toEqual(['early', 'late'])
})

test('waiting times: the longest, and that of the one in the middle', () => {
  const waiting = [3, 1, 2].map((minute) => aHelp(`${minute}-0`, 'a', at(minute)))
  expect(waitingTimes(waiting)).toEqual({ longest: at(1).since, median: at(2).since })
  expect(waitingTimes([])).toBeNull()
})
