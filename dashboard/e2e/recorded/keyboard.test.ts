import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Goes on by the Tab key until what has the focus is called so. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 40; step++) {
    const focused = await page.evaluate(() => {
      const { activeElement } = document
      return activeElement?.getAttribute('aria-label') ?? activeElement?.textContent ?? ''
    })
    if (name.test(focused)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the Tab key does not lead to ${String(name)}`)
}

test('a lesson’s work by keyboard alone: find, read, claim, hint, resolve', () =>
  inClass(browser, '', { students: 30, calm: true }, async (page, server) => {
    server.send(server.class.ask(17, 'What is a tuple?'))
    await page.getByText('What is a tuple?').waitFor()
    await page.keyboard.press('n')
    const name = await page.evaluate(() => document.activeElement?.textContent ?? '')
    expect(name).toBe(server.class.students[17]?.name)

    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain(`student=${server.class.students[17]?.student}`)
    await page.locator('.student-panel').getByText(name).first().waitFor()
    await page.locator('.student-panel').getByRole('region', { name: 'Whole code' }).waitFor()
    await tabTo(page, /^Whole code$/)
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('print(')
    await page.keyboard.press('Escape')
    // The panel goes, and the focus with it, a moment after the key.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)

    await page.keyboard.press('n')
    await tabTo(page, /^I’m coming to/)
    await page.keyboard.press('Enter')
    await page.locator('.rail').getByText('You are on it').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(name)

    await page.keyboard.press('4')
    await page.getByRole('heading', { name: 'Who is next?' }).waitFor()
    await page.keyboard.press('n')
    await tabTo(page, /^Hint to/)
    await page.keyboard.press('Enter')
    await page.keyboard.type('A tuple does not change.')
    await page.keyboard.press('Control+Enter')
    await expect.poll(() => server.hints, { timeout: 60_000 }).toHaveLength(1)
    expect(server.hints[0]).toMatchObject({
      students: [server.class.students[17]?.student],
      text: 'A tuple does not change.',
    })

    await page.keyboard.press('n')
    await tabTo(page, /has been helped$/)
    await page.keyboard.press('Enter')
    await expect.poll(() => server.class.help, { timeout: 60_000 }).toHaveLength(0)
    await page.keyboard.press('1')
    await page.getByText('Nobody needs you right now').waitFor()
  }))

test('the palette finds a student by a part of the name, and a view', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    // The panel of a student has lists of its own.
    const palette = page.getByRole('combobox', { name: 'A student, a view' })
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.keyboard.type('花子 佐藤')
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('student=')
    await page.keyboard.press('Control+k')
    await palette.waitFor()
    await page.keyboard.type('map')
    await page.keyboard.press('Enter')
    await page.locator('.map-canvas').waitFor()
    await page.keyboard.press('?')
    await page.getByRole('heading', { name: 'Keyboard' }).waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  }))

test('single keys can be turned off', () =>
  inClass(browser, '', { students: 8 }, async (page) => {
    await page.keyboard.press('?')
    await page.getByLabel('Single keys are shortcuts').uncheck()
    await page.keyboard.press('Escape')
    await page.keyboard.press('2')
    await page.keyboard.press('?')
    await page.waitForTimeout(500)
    expect(await page.locator('dialog, .map-view').count()).toBe(0)
  }))

test('who has the focus keeps it while the data moves', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    await page.keyboard.press('n')
    const first = server.class.help[0]
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '')
    const name = await focused()
    server.send(server.class.ask(20, 'Me too'))
    server.send(server.class.helped(first?.request ?? '', { state: 'resolved', claim: null }) ?? {})
    await page.locator('.rail').getByText('Me too').waitFor()
    await page.locator('.rail-entry[data-over=true]').getByText('No longer').waitFor()
    expect(await focused()).toBe(name)
  }))
