// @vitest-environment jsdom
import { act, cleanup, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { MemoryRouter } from 'react-router'
import { afterEach, beforeAll, expect, test } from 'vitest'
import { aSnapshot, aStudent } from '../../test-support/frames'
import { ClassStoreContext } from '../class-page/class-view'
import en from '../i18n/en.json'
import { ClassStore } from '../live/class-store'
import { Teams } from './Teams'

beforeAll(() =>
  i18next.use(initReactI18next).init({
    showSupportNotice: false,
    lng: 'en',
    resources: { en: { translation: en } },
    interpolation: { escapeValue: false },
  }),
)
afterEach(cleanup)

/** What the tiles say of a class of so many, of which only the first is on screen. */
function classOf(size: number): void {
  const run = {
    cellId: 'c',
    cellIndex: 6,
    hasError: true,
    errorName: 'NameError',
    at: '2026-11-21T01:08:00Z',
  }
  const keys = Array.from({ length: size }, (_, place) => `s${place}`)
  const store = new ClassStore()
  render(
    <MemoryRouter>
      <ClassStoreContext value={store}>
        <Teams order={['s0']} people={new Map()} grouped={false} />
      </ClassStoreContext>
    </MemoryRouter>,
  )
  act(() => {
    const students = keys.map((key) => aStudent(key, { state: 'failing', cellIndex: 6, recentRuns: [run] }))
    store.apply(aSnapshot('0-0', { students }))
  })
}

test('in a class of twelve a tile says why, and what the last run came to', () => {
  classOf(12)
  const { name, story } = saidByTile()
  expect(name).toContain('Failing')
  expect(story).toContain('cell 7: NameError')
})

test('in a larger class it does not, however few are looked for', () => {
  classOf(13)
  expect(saidByTile().story).toBe(undefined)
})

function saidByTile() {
  const tile = screen.getByRole('button')
  return { name: tile.textContent, story: tile.querySelector('.tile-story')?.textContent }
}
