import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../accessibility'
import { openBrowser, openPage } from '../browser'
import { picture } from '../pictures'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const looks = [
  { name: 'class-30-ja-light', students: 30, locale: 'ja-JP', colorScheme: 'light' },
  { name: 'class-30-en-dark', students: 30, locale: 'en-US', colorScheme: 'dark' },
  { name: 'class-200-ja-dark', students: 200, locale: 'ja-JP', colorScheme: 'dark' },
  { name: 'class-200-en-light', students: 200, locale: 'en-US', colorScheme: 'light' },
  { name: 'phone-30-ja-light', students: 30, locale: 'ja-JP', colorScheme: 'light', ...phone },
  { name: 'phone-30-en-dark', students: 30, locale: 'en-US', colorScheme: 'dark', ...phone },
  { name: 'calm-30-ja-light', students: 30, calm: true, locale: 'ja-JP', colorScheme: 'light' },
  { name: 'empty-ja-light', students: 0, locale: 'ja-JP', colorScheme: 'light' },
  { name: 'empty-en-dark', students: 0, locale: 'en-US', colorScheme: 'dark' },
  { name: 'chooser-ja-light', students: 0, classes: 2, locale: 'ja-JP', colorScheme: 'light' },
] as const

for (const { name, students, locale, colorScheme, ...rest } of looks) {
  test(`${name} obeys the content policy and has no serious accessibility finding`, async () => {
    const calm = 'calm' in rest
    const classes = 'classes' in rest ? rest.classes : 1
    const server = await RecordingServer.start({ students, calm, classes })
    try {
      const screen = 'viewport' in rest ? phone : {}
      const { page, complaints } = await openPage(browser, { locale, colorScheme, ...screen })
      await signIn(page, `${server.url}/dashboard/`, TEACHER)
      await page.waitForTimeout(400)
      await picture(page, name)
      expect(await page.locator('.tile').count()).toBe(students)
      expect(await seriousFindings(page)).toEqual([])
      expect(complaints).toEqual([])
      await page.context().close()
    } finally {
      await server.stop()
    }
  })
}
