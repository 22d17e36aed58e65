import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'
import type { RecordingServer } from '../recording/server'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const OLD = 'aaaaaaaaaaaaaaaa'
const NEW = 'bbbbbbbbbbbbbbbb'
const WORDS = 'Look at the name in the last line.'
/** Longer than the page waits after a key was pressed. */
const LONG_MS = 16_000

function old(_page: Page, server: RecordingServer): void {
  server.class.build = OLD
}

async function upgrade(page: Page, server: RecordingServer): Promise<void> {
  await page.evaluate(() => Object.assign(window, { before: true }))
  server.class.build = NEW
  server.send(server.class.status())
}

function isBefore(page: Page): Promise<boolean> {
  return page.evaluate(() => 'before' in window).catch(() => true)
}

test('a page that is open over an upgrade says so and loads itself anew, once', () =>
  inClass(
    browser,
    '',
    { students: 8 },
    async (page, server) => {
      await page.waitForTimeout(6000)
      expect(await page.getByText('New version').count()).toBe(0)
      await upgrade(page, server)
      await page.getByText('New version').waitFor()
      await expect.poll(() => isBefore(page)).toBe(false)
      await page.locator('.tile').first().waitFor()
      await page.evaluate(() => Object.assign(window, { before: true }))
      await page.waitForTimeout(LONG_MS)
      expect(await page.getByText('New version').count()).toBe(0)
      expect(await isBefore(page)).toBe(true)
    },
    old,
  ))

test('words that were written keep the page of before, also those of a dialog that was closed; without them it goes', () =>
  inClass(
    browser,
    'help',
    { students: 40 },
    async (page, server) => {
      const write = () =>
        page
          .getByRole('button', { name: /^Hint to/ })
          .first()
          .click()
      await write()
      await page.getByLabel('Your hint').fill(WORDS)
      await page.keyboard.press('Escape')
      await upgrade(page, server)
      await page.getByText('New version').waitFor()
      await page.waitForTimeout(LONG_MS)
      expect(await isBefore(page)).toBe(true)
      await write()
      expect(await page.getByLabel('Your hint').inputValue()).toBe(WORDS)
      await page.getByLabel('Your hint').fill('')
      await page.keyboard.press('Escape')
      await expect.poll(() => isBefore(page)).toBe(false)
    },
    old,
  ))

test('a field of the settings that was written in keeps the page of before', () =>
  inClass(
    browser,
    'settings',
    { students: 8 },
    async (page, server) => {
      await page.locator('.view form input[type=text], .view form input:not([type])').first().fill('C組')
      await upgrade(page, server)
      await page.getByText('New version').waitFor()
      await page.waitForTimeout(LONG_MS)
      expect(await isBefore(page)).toBe(true)
      await page.getByRole('button', { name: 'Reload' }).click()
      await expect.poll(() => isBefore(page)).toBe(false)
    },
    old,
  ))

test('while the page that would come is still the old one, the class stays on screen', () =>
  inClass(
    browser,
    '',
    { students: 8 },
    async (page, server) => {
      await page.route(/\/dashboard\/$/, (route) => route.fulfill({ status: 503 }))
      await upgrade(page, server)
      await page.getByText('New version').waitFor()
      await page.waitForTimeout(LONG_MS)
      expect(await isBefore(page)).toBe(true)
    },
    old,
  ))
