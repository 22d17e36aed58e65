import { expect, test } from 'vitest'
import { readFrame } from './frames'

test('absent and null are the same', () => {
  const student = { student: 'a', state: 'working', active: true, executions: 1, errors: 0, name: null }
  const frame = readFrame(
    JSON.stringify({ type: 'delta', after: '1-0', at: '2-0', students: [student], clusters: [] }),
  )
  expect(frame).toMatchObject({
    students: [{ name: null, cellIndex: null, recentRuns: [] }],
    help: [],
    cells: [],
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
