// @vitest-environment jsdom
import { QueryClient } from '@tanstack/react-query'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openDrafts } from '../class-page/drafts'
import { TypedFields } from './typed-fields'
import { wouldLose } from './would-lose'

const queries = new QueryClient()
const drafts = openDrafts()
const typed = new TypedFields()
let stop: () => void
beforeEach(() => {
  document.body.innerHTML = '<input />'
  stop = typed.listen(document)
})
afterEach(() => stop())

const loses = () => wouldLose(typed, drafts, queries)

test('a page on which nothing is begun loses nothing, a closed dialog among it', () => {
  document.body.innerHTML += '<dialog></dialog>'
  expect(loses()).toBe(false)
})

test.each([['<dialog open></dialog>'], ['<code data-shown-once>key</code>']])('%s would be lost', (html) => {
  document.body.innerHTML += html
  expect(loses()).toBe(true)
})

test('so would what was written into a field', () => {
  const field = document.querySelector('input')!
  field.value = '山田'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  expect(loses()).toBe(true)
})

test('so would a text that was begun, and closed', () => {
  drafts.write('hint', 'Look at')
  expect(loses()).toBe(true)
  drafts.write('hint', '')
  expect(loses()).toBe(false)
})

test('so would a request that is on its way, until it is answered', async () => {
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => (answer = resolve))
  const told = queries
    .getMutationCache()
    .build(queries, { mutationFn: () => answered, networkMode: 'always' })
  const done = told.execute(undefined)
  expect(loses()).toBe(true)
  answer()
  await done
  expect(loses()).toBe(false)
})
