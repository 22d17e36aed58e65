import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { picture } from '../pictures'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The smallest picture there is: one white pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==',
  'base64',
)

test('a picture of the room is put behind the plan, taken away, and back again; one that is too large is refused in words', () =>
  inClass(browser, 'settings?part=seats', { students: 8 }, async (page) => {
    const file = page.locator('input[type=file]')
    const room = { name: 'room.png', mimeType: 'image/png', buffer: PIXEL }
    await file.setInputFiles(room)
    const behind = page.locator('.seat-plan img')
    await expect.poll(() => behind.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await page.getByRole('button', { name: 'Remove the picture' }).click()
    await behind.waitFor({ state: 'detached' })
    await page.locator('.undo-line').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => behind.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1)
    await file.setInputFiles({ ...room, buffer: Buffer.alloc(1024 * 1024 + 1) })
    await page.getByRole('alert').getByText('larger than 1 MiB').waitFor()
    await page.getByRole('link', { name: 'Now', exact: true }).click()
    await page.getByText('By seat', { exact: true }).click()
    await page.locator('.room-picture').waitFor()
  }))

test('a seat is dragged, stored where it was let go, and back after an undo', () =>
  inClass(browser, 'settings?part=seats', { students: 8 }, async (page) => {
    const seat = page.locator('.seat').first()
    await page.locator('.seat-plan').scrollIntoViewIfNeeded()
    const before = await seat.getAttribute('aria-label')
    const from = (await seat.boundingBox())!
    const plan = (await page.locator('.seat-plan').boundingBox())!
    await page.mouse.move(from.x + from.width / 2, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(plan.x + plan.width * 0.3, plan.y + plan.height * 0.5, { steps: 5 })
    await page.mouse.move(plan.x + plan.width * 0.5, plan.y + plan.height * 0.9, { steps: 5 })
    const stored = page.waitForRequest((request) => request.method() === 'PUT')
    await page.mouse.up()
    await expect
      .poll(() => seat.getAttribute('aria-label'))
      .toMatch(/, 50 % from the left, 90 % from the top$/)
    const { seats } = (await stored).postDataJSON() as { seats: { x: number; y: number }[] }
    expect(seats[0]).toMatchObject({ x: 0.5, y: 0.9 })
    await page.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => seat.getAttribute('aria-label')).toBe(before)
  }))

test('who was taken off the plan is dragged back onto it', () =>
  inClass(browser, 'settings?part=seats', { students: 8 }, async (page) => {
    await page.locator('.seat').first().press('Delete')
    const chip = page.locator('.seat-chip').first()
    const name = await chip.innerText()
    await chip.dragTo(page.locator('.seat-plan'), { targetPosition: { x: 200, y: 200 } })
    await page.locator('.seat', { hasText: name }).waitFor()
  }))

test('who is put on the plan by keyboard has the keyboard there', () =>
  inClass(browser, 'settings?part=seats', { students: 8 }, async (page) => {
    await page.locator('.seat').first().press('Delete')
    const chip = page.locator('.seat-chip').first()
    const name = await chip.innerText()
    await chip.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(name)
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('seat')
  }))

test('an assistant sees the settings, searches and sorts the roster, and can change nothing', () =>
  inClass(
    browser,
    'settings?part=students',
    { students: 30 },
    async (page) => {
      await page.getByText('You are an assistant in this class').waitFor()
      await page.getByRole('searchbox', { name: 'Search' }).fill('佐藤')
      await expect.poll(() => page.locator('.figures tbody tr').count()).toBe(2)
      await page.getByRole('searchbox', { name: 'Search' }).fill('')
      await page.getByRole('button', { name: 'Name', exact: true }).click()
      await picture(page, 'settings-assistant')
      for (const part of ['class', 'students', 'seats', 'members', 'lessons', 'keys']) {
        await page.locator(`.settings-parts a[href$="part=${part}"]`).click()
        await page.locator('.part').first().waitFor()
        await page.waitForLoadState('networkidle')
        const open = page.locator('.settings-fields :is(button, input, select, textarea):not(:disabled)')
        expect(await open.count(), part).toBe(0)
      }
      await page.locator('.settings-parts a[href$="part=students"]').click()
      await page.locator('.figures').first().waitFor()
      expect(await page.locator('.figures tbody input:not(:disabled)').count()).toBe(0)
    },
    (_, server) => {
      server.class.ownRole = 'assistant'
    },
  ))

test('a new join code is asked about first, is in the header at once, and the keyboard stays', () =>
  inClass(browser, 'settings', { students: 8 }, async (page, server) => {
    const rotate = page.getByRole('button', { name: 'Make a new code' })
    await rotate.press('Enter')
    await page.getByText('stops working at once').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Keep it')
    await page.keyboard.press('Enter')
    expect(server.class.joinCode).toBe('7QK-2MD')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Make a new code')
    await rotate.click()
    await page.getByRole('button', { name: 'Replace 7QK-2MD' }).click()
    await page.getByText('This is the new code.').waitFor()
    await page.locator('.header-code').getByText('NEW-COD').waitFor()
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Make a new code')
  }))

test('a revoked key and a decision on who may join can be taken back; left alone they are sent', () =>
  inClass(browser, 'settings?part=keys', { students: 8 }, async (page) => {
    await page.getByRole('button', { name: 'Revoke JupyterHub' }).click()
    await page.getByText('No keys for this class.').waitFor()
    await page.keyboard.press('Control+z')
    await page.getByRole('button', { name: 'Revoke JupyterHub' }).waitFor()
    await page.getByRole('link', { name: 'Students', exact: true }).click()
    const decided = page.waitForRequest('**/accept', { timeout: 15_000 })
    await page.getByRole('button', { name: 'Accept 加藤 玲' }).click()
    await page.getByText('Nobody waits.').waitFor()
    await decided
    await page.getByText('Nobody waits.').waitFor()
  }))

test('lines that were not good can be mended where they were pasted', () =>
  inClass(browser, 'settings?part=students', { students: 8 }, async (page) => {
    const lines = page.getByLabel('Or paste lines')
    await lines.fill(',Nobody')
    await page.getByRole('button', { name: 'Check' }).click()
    await page.getByText('Line 1: Number (allowed: 1 to 100 characters)').waitFor()
    await page.getByRole('button', { name: 'Choose another' }).click()
    expect(await lines.inputValue()).toBe(',Nobody')
  }))
