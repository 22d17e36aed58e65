import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../accessibility'
import { openBrowser, openPage } from '../browser'
import { picture } from '../pictures'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const wall = { viewport: { width: 3840, height: 2160 } }
const ja = { language: 'ja', locale: 'ja-JP' }
const en = { language: 'en', locale: 'en-US' }

interface Look {
  readonly view: string
  readonly students: number
  readonly language: string
  readonly locale: string
  readonly colorScheme: 'light' | 'dark'
  readonly screen?: object
  readonly on?: string
  readonly calm?: boolean
}

const looks: Look[] = [
  { view: '', students: 8, ...ja, colorScheme: 'light' },
  { view: '', students: 40, ...ja, colorScheme: 'light' },
  { view: '', students: 40, ...en, colorScheme: 'dark' },
  { view: '', students: 200, ...ja, colorScheme: 'dark' },
  { view: '', students: 200, ...en, colorScheme: 'light' },
  { view: '', students: 40, ...ja, colorScheme: 'light', screen: phone, on: 'phone' },
  { view: '', students: 40, ...en, colorScheme: 'dark', screen: phone, on: 'phone' },
  { view: '', students: 40, ...en, colorScheme: 'light', screen: wall, on: 'wall' },
  { view: '', students: 8, ...en, colorScheme: 'light', screen: wall, on: 'wall' },
  { view: '', students: 40, ...ja, colorScheme: 'light', calm: true },
  { view: '', students: 0, ...ja, colorScheme: 'light' },
  { view: '', students: 0, ...en, colorScheme: 'dark' },
  { view: 'map', students: 8, ...ja, colorScheme: 'light' },
  { view: 'map', students: 40, ...en, colorScheme: 'dark' },
  { view: 'map', students: 200, ...ja, colorScheme: 'light' },
  { view: 'map', students: 40, ...ja, colorScheme: 'light', screen: phone, on: 'phone' },
  { view: 'map', students: 8, ...en, colorScheme: 'light', screen: wall, on: 'wall' },
  { view: 'errors', students: 40, ...ja, colorScheme: 'light' },
  { view: 'errors', students: 200, ...en, colorScheme: 'dark' },
  { view: 'errors', students: 40, ...ja, colorScheme: 'dark', screen: phone, on: 'phone' },
  { view: 'errors', students: 40, ...en, colorScheme: 'light', calm: true },
  { view: 'help', students: 200, ...ja, colorScheme: 'light' },
  { view: 'help', students: 40, ...en, colorScheme: 'dark' },
  { view: 'help', students: 40, ...en, colorScheme: 'light', calm: true },
  { view: 'help', students: 40, ...ja, colorScheme: 'light', screen: phone, on: 'phone' },
  { view: 'wall', students: 40, ...ja, colorScheme: 'light' },
  { view: 'wall', students: 200, ...en, colorScheme: 'dark', screen: wall, on: 'wall' },
]

for (const { view, students, language, locale, colorScheme, screen = {}, on, calm = false } of looks) {
  const name = [view || 'now', students, language, colorScheme, on, calm ? 'calm' : '']
    .filter(Boolean)
    .join('-')
  test(`${name} obeys the content policy and has no serious accessibility finding`, async () => {
    const server = await RecordingServer.start({ students, calm })
    const { page, complaints } = await openPage(browser, { locale, colorScheme, ...screen })
    try {
      await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}/${view}`, TEACHER)
      await page.waitForTimeout(600)
      await picture(page, name)
      if (view === '') expect(await page.locator('.tile').count()).toBe(students)
      expect(await seriousFindings(page)).toEqual([])
      expect(complaints).toEqual([])
    } finally {
      await page.context().close()
      await server.stop()
    }
  })
}

test('chooser-ja-light obeys the content policy and has no serious accessibility finding', async () => {
  const server = await RecordingServer.start({ students: 0, classes: 2 })
  const { page, complaints } = await openPage(browser, { locale: 'ja-JP', colorScheme: 'light' })
  try {
    await signIn(page, `${server.url}/dashboard/`, TEACHER)
    await picture(page, 'chooser-ja-light')
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await page.context().close()
    await server.stop()
  }
})
