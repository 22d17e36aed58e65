import type { Browser, Page } from 'playwright-core'
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

const STUDENT = '5e0c2a10-0000-4000-8000-000000000003'
const PLACES = {
  student: `/students/${STUDENT}`,
  beside: `?student=${STUDENT}`,
  notebook: '/notebook',
  answers: '/notebook?cell=cell-11',
  time: '/time',
  report: '/report',
  'settings-class': '/settings',
  'settings-students': '/settings?part=students',
  'settings-seats': '/settings?part=seats',
  'settings-members': '/settings?part=members',
  'settings-lessons': '/settings?part=lessons',
  'settings-keys': '/settings?part=keys',
} as const

const LOOKS = [
  { name: 'ja-light', locale: 'ja-JP', colorScheme: 'light' },
  { name: 'en-dark', locale: 'en-US', colorScheme: 'dark' },
  {
    name: 'phone-ja-dark',
    locale: 'ja-JP',
    colorScheme: 'dark',
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  },
] as const

/** Twelve views one after the other, also on a busy machine. */
const TIMEOUT_MS = 180_000

for (const { name, ...look } of LOOKS) {
  test(
    `the views that look back obey the content policy and have no serious finding: ${name}`,
    async () => {
      const server = await RecordingServer.start({ students: 30 })
      const { page, complaints } = await openPage(browser, look)
      try {
        await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}`, TEACHER)
        for (const [place, path] of Object.entries(PLACES)) {
          await page.goto(`${server.url}/dashboard/classes/${CLASS.id}${path}`)
          await settled(page)
          await picture(page, `then-${place}-${name}`)
          expect(await seriousFindings(page), place).toEqual([])
          expect(await sideways(page), `${place} scrolls sideways`).toBe(false)
        }
        expect(complaints).toEqual([])
      } finally {
        await page.context().close()
        await server.stop()
      }
    },
    TIMEOUT_MS,
  )
}

/** Everything asked for has come, and charts are drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForSelector('.view h2, .student-panel h2')
  await page.waitForLoadState('networkidle')
  await page.waitForTimeout(300)
}

function sideways(page: Page): Promise<boolean> {
  return page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1)
}
