// @vitest-environment jsdom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { guardFocus } from './focus-guard'

let stop: () => void
beforeEach(() => {
  document.body.innerHTML =
    '<div id="view"><main><ul><li><button id="a">a</button></li><li><button id="b">b</button></li></ul></main></div>'
  stop = guardFocus(document)
})
afterEach(() => stop())

const find = (selector: string) => document.querySelector<HTMLElement>(selector)!
const settled = () => new Promise((resolve) => setTimeout(resolve))

test('when what has the focus goes, the list around it has it', async () => {
  find('#a').focus()
  find('li').remove()
  await settled()
  expect(document.activeElement).toBe(find('ul'))
})

test('when the whole view goes, its place has it', async () => {
  find('#a').focus()
  find('main').remove()
  await settled()
  expect(document.activeElement).toBe(find('#view'))
})

test('when something else goes, the focus stays', async () => {
  find('#b').focus()
  find('li').remove()
  await settled()
  expect(document.activeElement).toBe(find('#b'))
})

test('a button that was out of use for a moment has the focus again', async () => {
  const button = find('#a') as HTMLButtonElement
  button.focus()
  button.disabled = true
  button.blur()
  await settled()
  button.disabled = false
  await settled()
  expect(document.activeElement).toBe(button)
})

test('who left for nothing in particular is left alone', async () => {
  find('#a').focus()
  find('#a').blur()
  await settled()
  find('li').remove()
  await settled()
  expect(document.activeElement).toBe(document.body)
})
