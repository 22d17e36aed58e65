import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
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

async function at(path: string, check: (page: Page) => Promise<void>, students = 30): Promise<void> {
  const server = await RecordingServer.start({ students })
  const { page } = await openPage(browser, { locale: 'en-US' })
  try {
    await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}`, TEACHER)
    await page.goto(`${server.url}/dashboard/classes/${CLASS.id}${path}`)
    await check(page)
  } finally {
    await page.context().close()
    await server.stop()
  }
}

test('a student opens beside the class by keyboard, shows what changed, and closing leads back', () =>
  at('', async (page) => {
    const tile = page.locator('.tile').first()
    await tile.focus()
    const student = await tile.getAttribute('data-student')
    await page.keyboard.press('Enter')
    const panel = page.locator('.student-panel')
    await panel.getByText('Changed since the run at').waitFor()
    expect(await panel.locator('.code-line[data-kind=added] mark').first().innerText()).toContain('total')
    await page.keyboard.press('Escape')
    await panel.waitFor({ state: 'detached' })
    expect(await page.evaluate(() => document.activeElement?.getAttribute('data-student'))).toBe(student)
  }))

test('what a student chose not to send is said', () =>
  at('/students/5e0c2a10-0000-4000-8000-000000000001', async (page) => {
    await page.getByText('this student chose not to send them').waitFor()
  }))

test('what was longer than its limit is said to be cut', () =>
  at('/students/5e0c2a10-0000-4000-8000-000000000003', async (page) => {
    await page.getByText('longer than its limit was cut (output)').waitFor()
  }))

test('a note is kept, and a removed one can be taken back', () =>
  at('/students/5e0c2a10-0000-4000-8000-000000000003', async (page) => {
    await page.getByRole('textbox', { name: 'New note' }).fill('Needs a seat at the front')
    await page.getByRole('button', { name: 'Add note' }).click()
    const note = page.locator('.notes').getByText('Needs a seat at the front')
    await note.waitFor()
    await page.getByRole('button', { name: 'Remove this note' }).click()
    await note.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Undo' }).click()
    await note.waitFor()
  }))

test('the hardest cell leads to all its answers, compared with one of them, without names on request', () =>
  at('/notebook', async (page) => {
    await page.locator('.hardest button').first().click()
    const answers = page.getByRole('region', { name: 'All answers to cell 12' }).first()
    await answers.getByText('12 students with the same code').waitFor()
    await answers.getByRole('button', { name: 'Compare the others with this' }).first().click()
    expect(await answers.getByText('Different from the chosen answer').count()).toBeGreaterThan(1)
    await answers.getByRole('button', { name: 'Hide names' }).click()
    expect(await answers.locator('.answer-name').count()).toBe(0)
  }))

test('a chart has its figures as a table behind it', () =>
  at('/notebook', async (page) => {
    const chart = page.locator('.chart').first()
    await chart.getByText('The figures as a table').click()
    expect(await chart.locator('tbody tr').count()).toBe(30)
    expect(await chart.locator('tbody tr').nth(11).innerText()).toMatch(/^12\s+9\s+12$/)
  }))

test('the replay moves by keyboard and says which moment it shows', () =>
  at('/time', async (page) => {
    const moment = page.locator('.replay-at')
    await moment.waitFor()
    const before = await moment.innerText()
    await page.getByRole('slider', { name: 'Moment' }).focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => moment.innerText()).not.toBe(before)
    const now = await moment.innerText()
    await page.getByText(`The class at ${now}:00, not now`).waitFor()
    expect(await page.locator('.replay .tile').count()).toBe(30)
  }))

test('the report sorts by any column, and its CSV is of the same time', () =>
  at('/report', async (page) => {
    const runs = page.getByRole('region', { name: 'Students' }).first().getByRole('button', { name: 'Runs' })
    await runs.click()
    await runs.click()
    const cells = page.locator('.figures').first().locator('tbody tr td:nth-child(4)')
    const figures = (await cells.allInnerTexts()).map(Number)
    expect(figures).toEqual(figures.toSorted((left, right) => right - left))
    const link = await page.getByRole('link', { name: 'Students as CSV' }).getAttribute('href')
    expect(link).toMatch(/report\.csv\?from=.+&to=.+/)
  }))

test('a roster is first looked at, then imported', () =>
  at('/settings?part=students', async (page) => {
    await page.getByLabel('Or paste lines').fill('24A2001,Sato\n,Nobody\n24A2002,Ito')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('3 lines read: 2 new, 0 changed.').waitFor()
    await page.getByText('Line 2: Number').waitFor()
    await page.getByRole('button', { name: 'Import 2 students' }).click()
    await page.getByText('Imported: 2 new, 0 changed.').waitFor()
  }))

test('a seat moves by arrow keys, is stored, and every step can be undone', () =>
  at('/settings?part=seats', async (page) => {
    const seat = page.locator('.seat').first()
    await seat.focus()
    const before = await seat.getAttribute('aria-label')
    await page.keyboard.press('Shift+ArrowDown')
    await expect.poll(() => seat.getAttribute('aria-label')).not.toBe(before)
    await page.getByText('Saved').waitFor()
    await page.keyboard.press('Control+z')
    await expect.poll(() => seat.getAttribute('aria-label')).toBe(before)
  }))

test('a removed assistant is back after an undo', () =>
  at('/settings?part=members', async (page) => {
    await page.getByRole('button', { name: 'Remove 森 先生' }).click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('combobox', { name: 'Role: 森 先生' }).waitFor()
  }))

test('without anything to show, each view says so', () =>
  at(
    '/notebook',
    async (page) => {
      await page.getByText('No notebook has been run in this class yet').waitFor()
      await page.getByRole('link', { name: 'Time' }).click()
      await page.getByText('Nobody ran anything in this time').waitFor()
      await page.getByRole('link', { name: 'Settings' }).click()
      await page.getByRole('link', { name: 'Seats' }).click()
      await page.getByText('No students yet').waitFor()
    },
    0,
  ))
