import { expect, test } from 'vitest'
import { aCluster, aDelta, aHelp, aSnapshot, aStudent } from '../../test-support/frames'
import { applyDelta, applySnapshot, cellKey, emptyClassState } from './class-state'
import type { Cell } from './frames'

const cell: Cell = {
  student: 'a',
  notebook: 'n',
  cellId: 'c1',
  cellIndex: 3,
  sharedCellId: 'c1',
  runs: 1,
  errors: 0,
  hasError: false,
  at: null,
}

const NO_PLACE = { cellId: null, cellIndex: null, runs: null, since: null, medianSeconds: null }

test('a delta that follows replaces what has the same key', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { students: [aStudent('a'), aStudent('b')], cells: [cell] }))
  const changed = { students: [aStudent('a', { executions: 9 })], cells: [{ ...cell, runs: 2 }] }
  expect(applyDelta(state, aDelta('1-0', '2-0', changed))).toBe(true)
  expect(state.at).toBe('2-0')
  expect([...state.students.values()].map(({ executions }) => executions)).toEqual([9, 0])
  expect([...state.cells.get('a')!.values()].map(({ runs }) => runs)).toEqual([2])
})

test('a delta that does not follow changes nothing', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { students: [aStudent('a')] }))
  expect(applyDelta(state, aDelta('2-0', '3-0', { students: [aStudent('b')] }))).toBe(false)
  expect(state.at).toBe('1-0')
  expect([...state.students.keys()]).toEqual(['a'])
})

test('a change by time alone has the same place and is folded', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { students: [aStudent('a')] }))
  expect(applyDelta(state, aDelta('1-0', '1-0', { students: [aStudent('a', { state: 'away' })] }))).toBe(true)
  expect(state.students.get('a')?.state).toBe('away')
})

test('new runs follow the known ones, of which the last ten are kept', () => {
  const runs = (...minutes: number[]) =>
    minutes.map((minute) => ({
      cellId: `c${minute}`,
      cellIndex: null,
      hasError: false,
      errorName: null,
      at: `2026-11-21T01:0${minute}:00Z`,
    }))
  const state = emptyClassState()
  applySnapshot(
    state,
    aSnapshot('1-0', { students: [aStudent('a', { recentRuns: runs(0, 1, 2, 3, 4, 5, 6, 7) })] }),
  )
  const changed = { ...aStudent('a', { recentRuns: runs(8, 9, 0) }), newRunsOnly: true }
  applyDelta(state, aDelta('1-0', '2-0', { students: [changed] }))
  expect(state.students.get('a')).toEqual(aStudent('a', { recentRuns: runs(1, 2, 3, 4, 5, 6, 7, 8, 9, 0) }))
  applyDelta(state, aDelta('2-0', '3-0', { students: [aStudent('a', { recentRuns: runs(5) })] }))
  expect(state.students.get('a')?.recentRuns).toEqual(runs(5))
})

test('of a known student and cluster the members that are told change, the others stay', () => {
  const state = emptyClassState()
  const before = aStudent('a', { notebook: 'n', reason: { code: 'stuck', ...NO_PLACE }, executions: 4 })
  applySnapshot(state, aSnapshot('1-0', { students: [before], clusters: [aCluster('k', ['a', 'b'])] }))
  const changes = {
    students: [{ student: 'a', executions: 5, reason: null }],
    clusters: [{ cluster: 'k', students: ['b'] }],
  }
  expect(applyDelta(state, aDelta('1-0', '2-0', changes))).toBe(true)
  expect(state.students.get('a')).toEqual({ ...before, executions: 5, reason: null })
  expect(state.clusters.get('k')).toEqual({ ...aCluster('k', ['a', 'b']), students: ['b'] })
})

test('a part of a student or cluster that is not known does not fit, and changes nothing', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { students: [aStudent('a')] }))
  const known = { student: 'a', executions: 5 }
  expect(
    applyDelta(state, aDelta('1-0', '2-0', { students: [known, { student: 'b', executions: 5 }] })),
  ).toBe(false)
  expect(
    applyDelta(state, aDelta('1-0', '2-0', { students: [known], clusters: [{ cluster: 'k', runs: 3 }] })),
  ).toBe(false)
  expect([state.at, state.students.get('a')?.executions, state.students.size]).toEqual(['1-0', 0, 1])
})

test('a help request that a teacher has claimed stays, and says whose it is', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { help: [aHelp('1-0', 'a')] }))
  const claim = { teacher: 't', name: 'Suzuki', at: '2026-11-21T01:00:05Z' }
  const claimed = aHelp('1-0', 'a', { state: 'claimed', position: null, claim })
  applyDelta(state, aDelta('1-0', '2-0', { help: [claimed] }))
  expect([...state.help.values()]).toEqual([claimed])
})

test('a help request that no longer waits is removed', () => {
  const state = emptyClassState()
  applySnapshot(state, aSnapshot('1-0', { help: [aHelp('1-0', 'a')] }))
  applyDelta(state, aDelta('1-0', '2-0', { help: [{ ...aHelp('1-0', 'a'), state: 'withdrawn' }] }))
  expect(state.help.size).toBe(0)
})

test('a snapshot replaces everything', () => {
  const state = emptyClassState()
  applySnapshot(
    state,
    aSnapshot('1-0', { students: [aStudent('a')], help: [aHelp('1-0', 'a')], cells: [cell] }),
  )
  applySnapshot(state, aSnapshot('9-0', { students: [aStudent('b')] }))
  expect([...state.students.keys()]).toEqual(['b'])
  expect(state.help.size + state.cells.size).toBe(0)
})

test('a cell without an id is its index', () => {
  expect(cellKey({ ...cell, cellIndex: 8 })).toBe(cellKey(cell))
  expect(cellKey({ ...cell, cellId: null })).not.toBe(cellKey({ ...cell, cellId: null, cellIndex: 8 }))
})
