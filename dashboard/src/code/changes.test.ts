import { expect, test } from 'vitest'
import { changes } from './changes'

const kinds = (before: string, after: string) => changes(before, after).map((row) => row.kind)

test('the same code has no changes, whatever its line ends', () => {
  expect(changes('a = 1\nb = 2', 'a = 1\r\nb = 2\n')).toEqual([])
})

test('a line that was changed goes and comes, and says which words differ', () => {
  expect(kinds('total = 1', 'total = 2')).toEqual(['removed', 'added'])
  const added = changes('total = 1', 'total = 2').at(-1)
  expect(added).toEqual({
    kind: 'added',
    stretches: [
      { text: 'total = ', changed: false },
      { text: '2', changed: true },
    ],
  })
})

test('lines that came are added, lines that went are removed', () => {
  expect(kinds('a = 1', 'a = 1\nb = 2')).toEqual(['same', 'added'])
  expect(kinds('a = 1\nb = 2', 'b = 2')).toEqual(['removed', 'same'])
})

test('far from a change, lines that stayed are a gap that says how many', () => {
  const before = Array.from({ length: 20 }, (_, line) => `line_${line}`)
  const after = before.with(10, 'changed')
  expect(kinds(before.join('\n'), after.join('\n'))).toEqual([
    'gap',
    'same',
    'same',
    'removed',
    'added',
    'same',
    'same',
    'gap',
  ])
  expect(changes(before.join('\n'), after.join('\n'))[0]).toEqual({ kind: 'gap', lines: 8 })
})
