// @vitest-environment jsdom
import { cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeEach, expect, test } from 'vitest'
import en from '../i18n/en.json'
import { ViewLinks } from './ViewLinks'

beforeEach(async () => {
  // jsdom lays nothing out and scrolls nowhere.
  Element.prototype.scrollIntoView = () => undefined
  await i18next
    .use(initReactI18next)
    .init({ showSupportNotice: false, lng: 'en', resources: { en: { translation: en } } })
})
afterEach(cleanup)

test.each([
  ['/classes/c', 'Now'],
  ['/classes/c/', 'Now'],
  ['/classes/c/map', 'Map'],
])('at %s the link to %s alone is marked', (address, name) => {
  render(
    <MemoryRouter initialEntries={[address]}>
      <ViewLinks classId="c" />
    </MemoryRouter>,
  )
  const marked = screen.getAllByRole('link').filter((link) => link.getAttribute('aria-current') === 'page')
  expect(marked.map((link) => link.textContent)).toEqual([name])
})
