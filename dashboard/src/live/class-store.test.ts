import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDelta, aSnapshot, aStatus, aStudent } from '../../test-support/frames'
import { ClassStore, REPAINT_MS } from './class-store'

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T01:00:00.500Z') })
})
afterEach(() => {
  vi.useRealTimers()
})

function storeWith(...keys: string[]) {
  const store = new ClassStore()
  const repaints: number[] = []
  const stop = store.subscribe(() => repaints.push(Date.now()))
  store.apply(aSnapshot('0-0', { students: keys.map((key) => aStudent(key)) }))
  vi.advanceTimersByTime(REPAINT_MS)
  repaints.length = 0
  return { store, repaints, stop }
}

test('any number of frames makes at most four repaints a second', () => {
  const { store, repaints } = storeWith('a')
  for (let event = 0; event < 300; event++) {
    store.apply(aDelta(`${event}-0`, `${event + 1}-0`, { students: [aStudent('a', { executions: event })] }))
    vi.advanceTimersByTime(10)
  }
  expect(repaints.length).toBeLessThanOrEqual(12)
  expect(repaints.length).toBeGreaterThan(8)
  expect(store.getView().students.get('a')?.executions).toBeGreaterThan(250)
})

test('the first snapshot is shown at once, a later one in its step', () => {
  const store = new ClassStore()
  const repaints: number[] = []
  store.subscribe(() => repaints.push(store.getView().students.size))
  store.apply(aSnapshot('0-0', { students: [aStudent('a')] }))
  expect(repaints).toEqual([1])
  store.apply(aSnapshot('1-0', { students: [aStudent('a'), aStudent('b')] }))
  expect(repaints).toEqual([1])
  vi.advanceTimersByTime(REPAINT_MS)
  expect(repaints).toEqual([1, 2])
})

test('a student that did not change stays the same object', () => {
  const { store } = storeWith('a', 'b')
  const before = store.getView()
  store.apply(aDelta('0-0', '1-0', { students: [aStudent('b', { executions: 1 })] }))
  vi.advanceTimersByTime(REPAINT_MS)
  expect(store.getView().students.get('a')).toBe(before.students.get('a'))
  expect(store.getView().students.get('b')).not.toBe(before.students.get('b'))
})

test('when nothing happens only the clock moves, once a second, and not the students', () => {
  const { store, repaints } = storeWith('a')
  const { students } = store.getView()
  vi.advanceTimersByTime(4000)
  expect(repaints.length).toBe(4)
  expect(store.getView().students).toBe(students)
})

test('a hidden tab has no timer, and paints once when it is seen', () => {
  const { store, repaints } = storeWith('a')
  store.setHidden(true)
  expect(vi.getTimerCount()).toBe(0)
  store.apply(aDelta('0-0', '1-0', { students: [aStudent('a', { executions: 5 })] }))
  vi.advanceTimersByTime(60_000)
  expect(repaints).toEqual([])
  store.setHidden(false)
  expect(repaints.length).toBe(1)
  expect(store.getView().students.get('a')?.executions).toBe(5)
})

test('nobody looking means no timer', () => {
  const { stop } = storeWith('a')
  stop()
  expect(vi.getTimerCount()).toBe(0)
})

test('time is the server’s', () => {
  const { store } = storeWith('a')
  store.apply({ ...aStatus('0-0'), serverTime: '2026-11-21T02:30:00.900Z' })
  vi.advanceTimersByTime(REPAINT_MS)
  expect(new Date(store.getView().now).toISOString()).toBe('2026-11-21T02:30:01.000Z')
})
