import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { TEACHER } from '../recording/rest'
import { signIn } from '../sign-in'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const STUDENT = '5e0c2a10-0000-4000-8000-000000000003'

/** What each view cannot do without. */
const VIEWS = {
  notebook: '**/notebooks',
  time: '**/activity?*',
  report: '**/report?*',
  settings: '**/members',
  [`students/${STUDENT}`]: '**/runs?*',
}

const WORDS: readonly [number, string][] = [
  [403, 'Your role in this class does not allow this'],
  [404, 'This is not there (any more)'],
  [429, 'Too many requests'],
  [500, 'That did not work (status 500)'],
  [503, 'The application is too busy or one of its stores is away'],
]

for (const [view, route] of Object.entries(VIEWS)) {
  test(`what is refused is said in words, and can be asked for again: ${view.slice(0, 8)}`, () =>
    inClass(browser, 'help', { students: 30 }, async (page, server) => {
      for (const [status, words] of WORDS) {
        await page.route(route, (asked) =>
          asked.fulfill({ status, contentType: 'application/problem+json', body: '{"type":"about:blank"}' }),
        )
        await page.goto(`${server.url}/dashboard/classes/${server.class.snapshot().class.id}/${view}`)
        const alert = page.getByRole('alert').filter({ hasText: words })
        await alert.first().waitFor()
        await page.locator('.live[data-freshness=live]').waitFor()
        await page.unroute(route)
        await alert.first().getByRole('button', { name: 'Try again' }).click()
        await alert.first().waitFor({ state: 'detached' })
      }
    }))
}

test('an answer that nobody is signed in leads to the sign-in form, and from there to the same view', () =>
  inClass(browser, 'help', { students: 30 }, async (page) => {
    await page.context().clearCookies()
    await page.getByRole('link', { name: 'Report', exact: true }).click()
    await page.waitForSelector('input[name=username]')
    expect(page.url()).toContain('/report')
    await signIn(page, page.url(), TEACHER)
    await page.locator('.report-summary').waitFor()
  }))

test('a mistake whose example is refused still says who is in it', () =>
  inClass(browser, 'help', { students: 200 }, async (page) => {
    await page.route('**/clusters/*', (asked) => asked.fulfill({ status: 404, body: '{}' }))
    await page.getByRole('link', { name: 'Errors', exact: true }).click()
    await page.getByRole('alert').getByText('There is nothing more to show of this mistake').waitFor()
    expect(await page.locator('.cluster-students li').count()).toBeGreaterThan(1)
  }))

test('somebody else was quicker, or nobody answers: a claim that did not work is said', () =>
  inClass(browser, 'help', { students: 40 }, async (page) => {
    const coming = page.getByRole('button', { name: /^I’m coming to/ }).first()
    for (const [status, words] of [
      [409, 'Somebody else was quicker'],
      [500, 'That did not work'],
    ] as const) {
      await page.route('**/on-my-way', (asked) => asked.fulfill({ status, body: '{}' }))
      await coming.click()
      await page.locator('.undo-area').getByText(words).waitFor()
      await page.unroute('**/on-my-way')
    }
  }))
