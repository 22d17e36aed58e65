import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { picture } from '../pictures'
import type { RecordingServer } from '../recording/server'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const API = /\/api\/v1\//

/** The application is away for everything that is asked for. */
async function cutOff(page: Page, server: RecordingServer): Promise<void> {
  server.cut(true)
  await page.route(API, (route) => route.abort())
}

async function back(page: Page, server: RecordingServer): Promise<void> {
  await page.unroute(API)
  server.cut(false)
}

test('a view that cannot be loaded says so inside the class, and can be had afterwards', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    await page.route('**/assets/MapView*.js', (route) => route.abort())
    await page.getByRole('link', { name: 'Map', exact: true }).click()
    await page.getByText('This part of the page could not be loaded').waitFor()
    await picture(page, 'part-missing')
    await page.locator('.live[data-freshness=live]').waitFor()
    await page.unroute('**/assets/MapView*.js')
    await page.getByRole('button', { name: 'Try again' }).click()
    await page.locator('.map-canvas').waitFor()
  }))

test('a student opens beside the class though the network is gone, and their runs come when it is back', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    const loaded = () =>
      page.evaluate(() =>
        performance.getEntriesByType('resource').some(({ name }) => name.includes('StudentPanel')),
      )
    await expect.poll(loaded, { timeout: 15_000 }).toBe(true)
    await cutOff(page, server)
    await page.context().setOffline(true)
    await page.locator('.tile').first().click()
    const panel = page.locator('.student-panel')
    await panel.getByText('The application does not answer').first().waitFor()
    await picture(page, 'student-offline')
    await page.context().setOffline(false)
    await back(page, server)
    await panel.locator('.run').first().waitFor({ timeout: 30_000 })
  }))

test.each([
  ['Notebook', '.figures tbody th button'],
  ['Time', '.replay .tile'],
  ['Report', '.report-summary'],
  ['Settings', '.settings-form'],
])('without an answer %s says so, and is there by itself when the class is live again', (view, content) =>
  inClass(browser, 'help', { students: 30 }, async (page, server) => {
    await cutOff(page, server)
    await page.getByRole('link', { name: view, exact: true }).click()
    await page.getByRole('alert').getByText('The application does not answer').first().waitFor()
    await back(page, server)
    await page.locator(content).first().waitFor({ timeout: 30_000 })
  }),
)

test('who works on is not thrown out when the session cannot be asked for', () =>
  inClass(browser, 'settings', { students: 30 }, async (page) => {
    await page.getByLabel('Name', { exact: true }).fill('Python 102')
    await page.route('**/api/v1/session', (route) => route.abort())
    const asked = page.waitForRequest('**/api/v1/session')
    await page.getByRole('button', { name: 'Save' }).click()
    await asked
    await page.getByText('Settings saved.').waitFor({ timeout: 15_000 })
    expect(await page.getByLabel('Name', { exact: true }).inputValue()).toBe('Python 102')
  }))

test('a live connection that never comes is said, with what may stand in its way', () =>
  inClass(
    browser,
    '',
    { students: 30 },
    async (page, server) => {
      await page
        .getByRole('alert')
        .getByText('may not let WebSocket connections through')
        .waitFor({ timeout: 20_000 })
      await picture(page, 'unreached')
      server.cut(false)
      await page.locator('.tile').first().waitFor({ timeout: 30_000 })
      await page.locator('.live[data-freshness=live]').waitFor()
    },
    (_, server) => server.cut(true),
    '.now-loading',
  ))
