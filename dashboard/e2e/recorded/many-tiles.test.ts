import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('who looks is asked once, while the scripts are on their way', () =>
  inClass(browser, '', { students: 1 }, async (page) => {
    const asked: string[] = []
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/api/v1/session') asked.push(request.resourceType())
    })
    await page.reload()
    await page.locator('.tile').waitFor()
    expect(asked).toHaveLength(1)
    const { session, scripts } = await page.evaluate(() => {
      const begins = (part: string) =>
        performance
          .getEntriesByType('resource')
          .filter(({ name }) => name.includes(part))
          .map(({ startTime }) => startTime)
      const evaluated = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming
      return { session: begins('/api/v1/session')[0], scripts: evaluated.domContentLoadedEventStart }
    })
    expect(session).toBeLessThan(scripts)
  }))

/** Where the tiles scroll, and what is behind them. */
const scroller = (page: Page) =>
  page.locator('.students').evaluate((element) => {
    const { backgroundColor, overflowY } = getComputedStyle(element)
    return { backgroundColor, overflowY }
  })

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the tiles lie on an opaque ground, without which each step of scrolling is painted anew (${colorScheme})`, () =>
    inClass(browser, '', { students: 200 }, async (page) => {
      await page.emulateMedia({ colorScheme })
      const { backgroundColor, overflowY } = await scroller(page)
      expect(overflowY).toBe('auto')
      expect(backgroundColor).toMatch(/^rgb\(/)
    }))
}
