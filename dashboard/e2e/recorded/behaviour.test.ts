import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { picture } from '../pictures'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { signIn } from '../sign-in'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a wrong password is said in words, in the language that is chosen', () =>
  inClass(browser, '', { students: 1 }, async (page) => {
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.fill('input[name=username]', 'teacher')
    await page.fill('input[name=password]', 'wrong')
    await page.click('button[type=submit]')
    await page.getByRole('alert').getByText('Name or password is not right.').waitFor()
    await page.getByText('日本語').click()
    await page.getByRole('alert').getByText('ユーザー名またはパスワードが違います。').waitFor()
    expect(await page.getAttribute('html', 'lang')).toBe('ja')
    await picture(page, 'sign-in-ja-light')
  }))

test('who begins to ask is in the rail with their words, first among the tiles, and said aloud', () =>
  inClass(browser, '', { students: 30, calm: true }, async (page, server) => {
    await page.getByText('Nobody needs you right now').waitFor()
    server.send(server.class.ask(17, 'What is a tuple?'))
    const entry = page.locator('.rail-entry')
    await entry.getByText('What is a tuple?').waitFor()
    const name = await entry.locator('.rail-name').innerText()
    await page
      .locator('[aria-live=polite]')
      .getByText(`${name}: Asks for help`)
      .waitFor({ state: 'attached' })
    await page.locator('.tile').first().getByText(name).waitFor({ timeout: 60_000 })
  }))

test('nothing jumps under the pointer', () =>
  inClass(browser, '', { students: 30, calm: true }, async (page, server) => {
    const places = () =>
      page.locator('.tile').evaluateAll((tiles) => tiles.map((tile) => tile.dataset['student']))
    const before = await places()
    await page.locator('.tile').nth(4).hover()
    server.send(server.class.ask(17, 'Here!'))
    await page.getByText('Order held').waitFor()
    await page.waitForTimeout(6000)
    expect(await places()).toEqual(before)
    await page.mouse.move(5, 5)
    await expect.poll(places, { timeout: 60_000 }).not.toEqual(before)
  }))

test('arrows move through the tiles, and the focused one says its reason', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    await page.locator('.tile').first().focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(
      await page
        .locator('.tile')
        .nth(2)
        .evaluate((tile) => tile === document.activeElement),
    ).toBe(true)
    const tooltip = page.getByRole('tooltip')
    await tooltip.getByText(/min on cell \d+, \d+ failed runs/).waitFor()
    const described = await page.locator('.tile').nth(2).getAttribute('aria-describedby')
    expect(await page.locator(`#${described}`).innerText()).toBe(await tooltip.innerText())
    await picture(page, 'tile-focused-en-light')
    await page.keyboard.press('Escape')
    await tooltip.waitFor({ state: 'detached' })
  }))

test('a cut is said, and what happened meanwhile is there afterwards', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    server.cut(true)
    await page.getByText('Reconnecting…').waitFor()
    server.send(server.class.ask(20, 'While you were away'))
    await page.getByText('Not current since').waitFor({ timeout: 60_000 })
    await picture(page, 'stale-30-en-light')
    server.cut(false)
    await page.getByText('While you were away').waitFor({ timeout: 60_000 })
    await page.locator('.live[data-freshness=live]').waitFor()
  }))

test('a connection that says nothing is not believed', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    server.fallSilent()
    await page.getByText('Not current since').waitFor({ timeout: 60_000 })
    server.fallSilent(false)
    await page.locator('.live[data-freshness=live]').waitFor({ timeout: 60_000 })
  }))

test('a class that is not theirs is refused in words', () =>
  inClass(browser, '', { students: 1 }, async (page, server) => {
    await page.goto(`${server.url}/dashboard/classes/3b2f8a00-0000-4000-8000-00000000ffff`)
    await page.getByRole('heading', { name: 'This class is not open to you' }).waitFor()
  }))

test('signed out elsewhere leads to the sign-in form, and back to the same class', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    await page.context().clearCookies()
    server.send({ type: 'bye', reason: 'signed_out', reconnect: false })
    await page.waitForSelector('input[name=username]')
    await signIn(page, page.url(), TEACHER)
    expect(page.url()).toContain(CLASS.id)
  }))

test('search leaves those who match, and says so when nobody does', () =>
  inClass(browser, '', { students: 30 }, async (page) => {
    await page.getByRole('searchbox').fill('佐藤')
    await expect.poll(() => page.locator('.tile').count()).toBe(2)
    await page.getByRole('searchbox').fill('nobody')
    await page.getByText('Nobody is called “nobody”.').waitFor()
  }))
