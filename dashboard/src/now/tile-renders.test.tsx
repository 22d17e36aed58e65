// @vitest-environment jsdom
import { act, render, screen } from '@testing-library/react'
import i18next from 'i18next'
import { Profiler } from 'react'
import { initReactI18next } from 'react-i18next'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { aDelta, aSnapshot, aStudent } from '../../test-support/frames'
import en from '../i18n/en.json'
import { ClassStore, REPAINT_MS } from '../live/class-store'
import { ClassStoreContext } from '../class-page/class-view'
import { MemoryRouter } from 'react-router'
import { Tile } from './Tile'

beforeEach(async () => {
  await i18next
    .use(initReactI18next)
    .init({ showSupportNotice: false, lng: 'en', resources: { en: { translation: en } } })
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('only the tile of the student that changed is rendered again', () => {
  const store = new ClassStore()
  const rendered: string[] = []
  render(
    <MemoryRouter>
      <ClassStoreContext value={store}>
        {['a', 'b'].map((key) => (
          <Profiler key={key} id={key} onRender={(id) => rendered.push(id)}>
            <Tile t={i18next.t} student={key} beside={false} reachable={false} />
          </Profiler>
        ))}
      </ClassStoreContext>
    </MemoryRouter>,
  )
  const step = () => {
    act(() => {
      vi.advanceTimersByTime(REPAINT_MS)
    })
  }
  // The first snapshot is on screen at once.
  act(() => {
    store.apply(aSnapshot('0-0', { students: [aStudent('a'), aStudent('b')] }))
  })
  step()
  rendered.length = 0
  store.apply(aDelta('0-0', '1-0', { students: [aStudent('b', { state: 'stuck', cellIndex: 0 })] }))
  step()
  expect(rendered).toEqual(['b'])
  expect(
    screen.getByRole('button', { name: /^Student b ?, Stuck, ?cell 1 ?, 12 of 42 cells done, No runs yet$/ }),
  ).toBeTruthy()
})
