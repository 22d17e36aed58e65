import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seriousFindings } from '../accessibility'
import { openBrowser, openPage } from '../browser'
import { picture } from '../pictures'
import { signIn } from '../sign-in'

/** Set by `.run/env` of a running application. */
function setting(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: source .run/env of a running application`)
  return value
}

const CLASS = `${setting('CELL_MONITOR_URL')}/dashboard/classes/${setting('CELL_MONITOR_CLASS')}`
const TEACHER = {
  username: setting('CELL_MONITOR_TEACHER'),
  password: setting('CELL_MONITOR_TEACHER_PASSWORD'),
}

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function signedIn(check: (page: Page, complaints: string[]) => Promise<void>): Promise<void> {
  const { page, complaints } = await openPage(browser, { locale: 'en-US' })
  try {
    await signIn(page, CLASS, TEACHER)
    await check(page, complaints)
  } finally {
    await page.context().close()
  }
}

test('a roster in Shift_JIS is looked at, imported and found on the roster', () =>
  signedIn(async (page) => {
    const number = `T${Date.now()}`
    await page.goto(`${CLASS}/settings?part=students`)
    // 佐藤, in Shift_JIS.
    const buffer = Buffer.concat([
      Buffer.from(`${number},`),
      Buffer.from([0x8d, 0xb2, 0x93, 0xa1]),
      Buffer.from('\r\n'),
    ])
    await page.setInputFiles('input[type=file]', { name: 'roster.csv', mimeType: 'text/csv', buffer })
    await page.getByText('1 line read: 1 new, 0 changed.').waitFor()
    expect(await page.getByRole('cell', { name: number }).count()).toBe(0)
    await page.getByRole('button', { name: 'Import 1 student' }).click()
    await page.getByText('Imported: 1 new, 0 changed.').waitFor()
    await page.getByRole('row', { name: new RegExp(`${number} 佐藤`) }).waitFor()
  }))

test('a seat that was placed by keyboard is there after a reload', () =>
  signedIn(async (page) => {
    await page.goto(`${CLASS}/settings?part=seats`)
    const chip = page.locator('.seat-chip').first()
    const name = await chip.innerText()
    await chip.focus()
    await page.keyboard.press('Enter')
    await page.getByText('Saved').waitFor()
    await page.reload()
    await page.locator('.seat', { hasText: name }).first().waitFor()
    await page.locator('.seat', { hasText: name }).first().press('Delete')
    await page.getByText('Saved').waitFor()
  }))

test('a note about a student is there after a reload, and goes when it is removed', () =>
  signedIn(async (page) => {
    const text = `Seen at ${Date.now()}`
    await page.locator('.tile').first().click()
    await page.getByRole('textbox', { name: 'New note' }).fill(text)
    await page.getByRole('button', { name: 'Add note' }).click()
    await page.locator('.notes').getByText(text).waitFor()
    await page.reload()
    const note = page.locator('.notes li', { hasText: text })
    await note.getByRole('button', { name: 'Remove this note' }).click()
    // Leaving the page does what could still be undone.
    await page.getByRole('button', { name: 'Close' }).first().click()
    await page.waitForTimeout(500)
    await page.reload()
    await page.locator('.tile').first().waitFor()
    await page.locator('.tile').first().click()
    await page.locator('.run, .student-panel .quiet').first().waitFor()
    expect(await page.getByText(text).count()).toBe(0)
  }))

test('the report’s CSV has a byte order mark, lines that end as RFC 4180 wants, and a line for each student', () =>
  signedIn(async (page) => {
    await page.goto(`${CLASS}/report`)
    const students = await page.locator('.figures').first().locator('tbody tr').count()
    const address = await page.getByRole('link', { name: 'Students as CSV' }).getAttribute('href')
    const answer = await page.request.get(`${setting('CELL_MONITOR_URL')}${address ?? ''}`)
    const bytes = await answer.body()
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
    const lines = bytes.toString('utf8').trimEnd().split('\r\n')
    expect(lines.length).toBeGreaterThan(students)
  }))

test('every view that looks back shows real lessons, without complaints', () =>
  signedIn(async (page, complaints) => {
    for (const view of ['notebook', 'time', 'report', 'settings'] as const) {
      await page.goto(`${CLASS}/${view}`)
      await page.waitForSelector('.view .part')
      await page.waitForLoadState('networkidle')
      await picture(page, `application-${view}`)
      expect(await page.locator('.failure').count(), view).toBe(0)
      expect(await seriousFindings(page), view).toEqual([])
    }
    expect(complaints).toEqual([])
  }))
