import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../accessibility'
import { openBrowser, openPage } from '../browser'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const STUDENT = '5e0c2a10-0000-4000-8000-000000000003'

/** Every place of a class, and what is done there before it is looked at. */
const PLACES: readonly [string, ((page: Page) => Promise<unknown>)?][] = [
  [''],
  ['', (page) => page.locator('.toolbar label').nth(-2).click()],
  ['', (page) => page.locator('.toolbar label').last().click()],
  ['', (page) => page.locator('.tile').first().hover()],
  ['', (page) => page.locator('.rail-cluster button').first().click()],
  ['', (page) => page.keyboard.press('Control+k')],
  ['', (page) => page.keyboard.press('?')],
  [`?student=${STUDENT}`],
  ['/map'],
  ['/map', (page) => page.locator('.map-tools label').last().click()],
  ['/errors'],
  ['/help'],
  ['/help', (page) => page.locator('.help-actions button').last().click()],
  ['/wall'],
  [`/students/${STUDENT}`],
  ['/notebook'],
  ['/notebook?cell=cell-11'],
  ['/time'],
  ['/report'],
  ...['class', 'students', 'seats', 'members', 'lessons', 'keys'].map(
    (part) => [`/settings?part=${part}`] as [string],
  ),
]

/** Two of four: each language and each palette once. */
const LOOKS = [
  { locale: 'ja-JP', colorScheme: 'light' },
  { locale: 'en-US', colorScheme: 'dark' },
] as const

/** Twenty-five places one after the other, also on a busy machine. */
const TIMEOUT_MS = 300_000

for (const look of LOOKS) {
  test(
    `nothing serious anywhere in ${look.locale}, ${look.colorScheme}`,
    async () => {
      const server = await RecordingServer.start({ students: 40 })
      const { page } = await openPage(browser, look)
      try {
        await page.goto(`${server.url}/dashboard/`)
        await page.waitForSelector('input[name=username]')
        expect(await seriousFindings(page), 'sign-in').toEqual([])
        await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}`, TEACHER)
        for (const [path, act] of PLACES) {
          await page.goto(`${server.url}/dashboard/classes/${CLASS.id}${path}`)
          await page.waitForSelector('main:not(.part-waiting, .now-loading) :is(h1, h2, h3, ul)')
          await page.waitForLoadState('networkidle')
          await act?.(page)
          await page.waitForTimeout(200)
          expect(await seriousFindings(page), `${path} ${String(act ?? '')}`).toEqual([])
        }
        await page.route('**/activity?*', (asked) => asked.abort())
        await page.goto(`${server.url}/dashboard/classes/${CLASS.id}/time`)
        await page.locator('[role=alert]').waitFor()
        expect(await seriousFindings(page), 'no answer').toEqual([])
        server.cut(true)
        await page.locator('.live[data-freshness=stale]').waitFor({ timeout: 30_000 })
        expect(await seriousFindings(page), 'stale').toEqual([])
        await page.goto(`${server.url}/dashboard/nowhere`)
        await page.waitForSelector('h1')
        expect(await seriousFindings(page), 'nowhere').toEqual([])
      } finally {
        await page.context().close()
        await server.stop()
      }
    },
    TIMEOUT_MS,
  )
}
