import { expect, test } from 'vitest'
import { readFrame } from './frames'

const student = { student: 'a', state: 'working', active: true, executions: 1, errors: 0, name: null }
const read = (frame: object) => readFrame(JSON.stringify(frame))

test('absent and null are the same in what is whole', () => {
  const cells = [{ student: 'a', runs: 1, errors: 0, hasError: false }]
  const at = { at: '2-0', class: { id: 'c', name: 'Python', zone: 'Asia/Tokyo' } }
  expect(read({ type: 'snapshot', ...at, students: [student], cells })).toMatchObject({
    students: [{ name: null, cellIndex: null, recentRuns: [] }],
    cells: [{ cellId: null, at: null }],
    help: [],
    clusters: [],
  })
})

test('of a delta, what is absent is not told', () => {
  const changes = {
    students: [{ student: 'a', name: null, errors: 2 }],
    clusters: [{ cluster: 'k', runs: 3 }],
  }
  const frame = read({ type: 'delta', after: '1-0', at: '2-0', ...changes })
  expect(frame).toEqual({
    type: 'delta',
    after: '1-0',
    at: '2-0',
    ...changes,
    cells: [],
    help: [],
    notebooks: [],
  })
})

test.each([
  ['not JSON', '{'],
  ['a type that this page does not know', '{"type":"poem"}'],
  ['a delta without its place', '{"type":"delta","at":"2-0"}'],
  [
    'a state that is none',
    '{"type":"delta","after":"1-0","at":"2-0","students":[{"student":"a","state":"odd"}]}',
  ],
])('%s is no frame', (_, message) => {
  expect(readFrame(message)).toBeNull()
})
