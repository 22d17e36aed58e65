import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const STUDENT = '5e0c2a10-0000-4000-8000-000000000003'

/** Where the keyboard is: its element's name, or what it is. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    const name = element?.getAttribute('aria-label') ?? element?.id ?? ''
    return name === '' ? (element?.tagName ?? '') : name
  })
}

test('what is typed into the roster stays while the answer to the field before is on its way', () =>
  inClass(browser, 'settings?part=students', { students: 8 }, async (page) => {
    let answer: () => void = () => undefined
    const answered = new Promise<void>((resolve) => (answer = resolve))
    await page.route('**/students/*', async (route) => {
      if (route.request().method() === 'PUT') await answered
      await route.fulfill({ status: 204 })
    })
    const row = page.locator('.figures tbody tr').first()
    const [reading, team] = [row.getByRole('textbox').first(), row.getByRole('textbox').nth(1)]
    await reading.fill('さとう はなこ')
    await page.keyboard.press('Tab')
    await page.keyboard.type('red')
    answer()
    await page.getByText('saved.').first().waitFor()
    await page.waitForTimeout(300)
    expect(await team.inputValue()).toContain('red')
    expect(await focused(page)).toMatch(/^Team of/)
  }))

test('the settings keep the focus on what was pressed', () =>
  inClass(browser, 'settings', { students: 8 }, async (page) => {
    await page.getByLabel('Name', { exact: true }).fill('Python 102')
    await page.getByRole('button', { name: 'Save' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('Settings saved.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('Save')
  }))

test('when a note goes, the keyboard stays among the notes', () =>
  inClass(browser, `students/${STUDENT}`, { students: 8 }, async (page) => {
    for (const text of ['one', 'two']) {
      await page.getByRole('textbox', { name: 'New note' }).fill(text)
      await page.getByRole('button', { name: 'Add note' }).click()
      await page.locator('.notes').getByText(text).waitFor()
    }
    await page.getByRole('button', { name: 'Remove this note' }).first().focus()
    await page.keyboard.press('Enter')
    await page.getByText('Note removed.').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toContain('notes')
  }))

test('who undoes by keyboard is back where they were', () =>
  inClass(browser, 'help', { students: 40 }, async (page) => {
    const name = page.locator('.help-name').first()
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .press('Enter')
    const undo = page.locator('.undo-line').getByRole('button', { name: 'Undo' })
    for (let step = 0; step < 60 && !(await undo.evaluate((one) => one === document.activeElement)); step++) {
      await page.keyboard.press('Tab')
    }
    await page.keyboard.press('Enter')
    await undo.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY')
    await name.waitFor()
  }))

test('from one student to the next by the pointer, closing leads back to the second', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    const tiles = page.locator('.tile')
    await tiles.nth(2).click()
    await page.locator('.student-panel').waitFor()
    const second = await tiles.nth(5).getAttribute('data-student')
    await tiles.nth(5).click()
    await page.locator(`[data-student-panel="${second}"]`).waitFor()
    await page.keyboard.press('Escape')
    await page.locator('.student-panel').waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-student'))).toBe(second)
  }))

test('another view by key has the keyboard in it, and its name on the tab', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    await page.locator('.tile').first().focus()
    await page.keyboard.press('7')
    await page.locator('.report-summary').waitFor()
    expect(await focused(page)).toBe('view')
    expect(await page.title()).toMatch(/^Report · Python 101/)
  }))

test('on a narrow screen the student is all there is, also for the keyboard', () =>
  inClass(browser, '', { students: 8 }, async (page) => {
    await page.setViewportSize({ width: 500, height: 800 })
    await page.locator('.tile').first().click()
    await page.locator('.student-panel').waitFor()
    for (let step = 0; step < 25; step++) {
      await page.keyboard.press('Tab')
      expect(await page.evaluate(() => document.activeElement?.closest('#view, .header') ?? null)).toBeNull()
    }
    await page.getByRole('button', { name: 'Close' }).first().click()
    expect(await page.locator('#view').getAttribute('inert')).toBeNull()
  }))

test('closing the answers to a cell leads back to the cell', () =>
  inClass(browser, 'notebook', { students: 30 }, async (page) => {
    const cell = page.locator('.figures tbody th button').nth(4)
    const name = await cell.textContent()
    await cell.press('Enter')
    const close = page.getByRole('button', { name: 'Close the answers' })
    await close.waitFor()
    await close.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)
  }))

test('the cell of the map that the keyboard was at is there again', () =>
  inClass(browser, 'map', { students: 40 }, async (page) => {
    await page.locator('.map-canvas').focus()
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
    const said = () => page.locator('.map-scroll [aria-live=polite]').innerText()
    const before = await said()
    // The first arrow shows where the cursor begins, the next ones move it.
    expect(before).toContain('cell 2')
    await page.keyboard.press('Enter')
    await page.locator('.student-panel').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(said).toBe(before)
  }))
