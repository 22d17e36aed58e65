// @vitest-environment jsdom
import { expect, test } from 'vitest'
import { withoutStored } from './use-roster-edits'

test('what was typed while the answer was on its way is kept', () => {
  const typed = new Map([['a', { reading: 'さとう ', team: 'B2' }]])
  expect(withoutStored(typed, 'a', { reading: 'さとう', team: 'B' }).get('a')).toEqual({ team: 'B2' })
})

test('the others on the roster keep what is typed', () => {
  const typed = new Map([
    ['a', { team: 'B' }],
    ['b', { team: 'C' }],
  ])
  const left = withoutStored(typed, 'a', { reading: '', team: 'B' })
  expect([left.get('a'), left.get('b')]).toEqual([{}, { team: 'C' }])
})
