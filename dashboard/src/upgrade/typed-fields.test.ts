// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { TypedFields } from './typed-fields'

const typed = new TypedFields()
let stop: () => void
beforeEach(() => {
  document.body.innerHTML =
    '<input id="search" /><input id="order" type="radio" /><form><input id="zone" type="checkbox" /></form>'
  stop = typed.listen(document)
})
afterEach(() => stop())

function write(id: string, value: string): HTMLInputElement {
  const field = document.querySelector<HTMLInputElement>(`#${id}`)!
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
  return field
}

test('a field counts from what was written in it until it is empty or gone', () => {
  expect(typed.any()).toBe(false)
  write('search', '山田')
  expect(typed.any()).toBe(true)
  write('search', '')
  expect(typed.any()).toBe(false)
  write('search', '山').remove()
  expect(typed.any()).toBe(false)
})

test('a choice counts in a form alone', () => {
  write('order', 'need')
  expect(typed.any()).toBe(false)
  write('zone', 'on')
  expect(typed.any()).toBe(true)
})
