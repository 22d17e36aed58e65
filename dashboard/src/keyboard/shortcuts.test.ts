import { expect, test } from 'vitest'
import { shortcutOf } from './shortcuts'

const press = (key: string, with_: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...with_,
})

test('the palette opens from anywhere, also while typing', () => {
  expect(shortcutOf(press('k', { ctrlKey: true }), true, false)).toEqual({ kind: 'palette' })
  expect(shortcutOf(press('K', { metaKey: true }), false, true)).toEqual({ kind: 'palette' })
})

test('single keys are nothing while typing, with another key, or when turned off', () => {
  expect(shortcutOf(press('?'), false, true)).toEqual({ kind: 'help' })
  expect(shortcutOf(press('?'), true, true)).toBeNull()
  expect(shortcutOf(press('?'), false, false)).toBeNull()
  expect(shortcutOf(press('1', { altKey: true }), false, true)).toBeNull()
})

test('figures lead to the views', () => {
  expect(shortcutOf(press('3'), false, true)).toEqual({ kind: 'view', place: 2 })
  expect(shortcutOf(press('0'), false, true)).toBeNull()
})
