import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const WORDS = 'Look at the name in the last line.'

test('a hint is written on though its student asks no longer and nobody points at the queue', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    await page
      .getByRole('button', { name: /^Hint to/ })
      .first()
      .click()
    await page.getByLabel('Your hint').fill(WORDS)
    // As when another window is in front.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    for (const { request } of [...server.class.help]) {
      server.send(server.class.helped(request, { state: 'resolved', claim: null }) ?? {})
    }
    await page.getByText('Nobody is asking').waitFor({ state: 'attached' })
    expect(await page.getByLabel('Your hint').inputValue()).toBe(WORDS)
  }))

test('a hint goes to whom the rail names, by the keyboard alone, about the cell where they are stuck', () =>
  inClass(browser, '', { students: 40 }, async (page, server) => {
    const entry = page.locator('.rail-entry[data-state=stuck]').first()
    const name = await entry.locator('.rail-name').innerText()
    await entry.locator('.rail-name').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: `Hint to ${name}` }).waitFor()
    await page.keyboard.type(WORDS)
    await page.keyboard.press('Control+Enter')
    const stuck = server.class.students.find((student) => student.name === name)!
    await expect.poll(() => server.hints, { timeout: 15_000 }).toHaveLength(1)
    expect(server.hints[0]).toMatchObject({
      students: [stuck.student],
      text: WORDS,
      cell_id: stuck.reason?.cellId,
    })
    expect(await page.evaluate(() => document.activeElement?.closest('.rail') !== null)).toBe(true)
  }))

test('the mistake that is being read stays when another is more frequent', () =>
  inClass(browser, 'errors', { students: 200 }, async (page, server) => {
    const shown = page.locator('#cluster-title')
    const before = await shown.innerText()
    await page.getByRole('button', { name: /^Hint to \d+ students/ }).click()
    await page.getByLabel('Your hint').fill(WORDS)
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    server.send(server.class.areIn('mistake-2', 60))
    await page.locator('.cluster-row').first().getByText('TypeError').waitFor()
    expect(await shown.innerText()).toBe(before)
    expect(await page.getByLabel('Your hint').inputValue()).toBe(WORDS)
  }))

test('a mistake that one student is left in is not among those that the class got out of', () =>
  inClass(browser, 'errors', { students: 200 }, async (page, server) => {
    const under = (title: string) => page.locator('.errors-list h2', { hasText: title }).locator('+ ul')
    const mistake = /TypeError/
    await under('Now').getByRole('button', { name: mistake }).waitFor()
    server.send(server.class.areIn('mistake-2', 1))
    const left = under('One student is left in it').getByRole('button', { name: mistake })
    await left.waitFor()
    expect(await left.locator('.cluster-count').innerText()).toMatch(/^1\s*in it/i)
    expect(await under('Got out of it today').getByRole('button', { name: mistake }).count()).toBe(0)
    server.send(server.class.areIn('mistake-2', 0))
    await under('Got out of it today').getByRole('button', { name: mistake }).waitFor()
    expect(await left.count()).toBe(0)
  }))

test('a hint that was taken back, by Ctrl+Z too, or could not be sent has its words still', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    const write = () =>
      page
        .getByRole('button', { name: /^Hint to/ })
        .first()
        .click()
    const words = page.getByLabel('Your hint')
    await write()
    await words.fill(WORDS)
    await page.getByRole('button', { name: 'Send' }).click()
    await page.locator('.undo-line').waitFor()
    await page.keyboard.press('Control+z')
    await page.locator('.undo-line').waitFor({ state: 'detached' })
    await write()
    expect(await words.inputValue()).toBe(WORDS)

    await page.route('**/hints', (route) => route.abort())
    await page.getByRole('button', { name: 'Send' }).click()
    await page.getByText('The hint was not sent').waitFor({ timeout: 15_000 })
    await page.unroute('**/hints')
    await write()
    expect(await words.inputValue()).toBe(WORDS)
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => server.hints, { timeout: 15_000 }).toHaveLength(1)
    await write()
    expect(await words.inputValue()).toBe('')
  }))

test('who marks their words and lets go beside the dialog goes on writing', () =>
  inClass(browser, 'help', { students: 40 }, async (page) => {
    await page
      .getByRole('button', { name: /^Hint to/ })
      .first()
      .click()
    const words = page.getByLabel('Your hint')
    await words.fill(WORDS)
    const box = (await words.boundingBox())!
    await page.mouse.move(box.x + 200, box.y + 20)
    await page.mouse.down()
    await page.mouse.move(20, box.y + 20)
    await page.mouse.up()
    await page.waitForTimeout(200)
    expect(await words.inputValue()).toBe(WORDS)
    await page.mouse.click(20, 20)
    await words.waitFor({ state: 'detached' })
  }))

test('on the wall nothing is undone and nobody is named: what was about to be done is done', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    const name = await page.locator('.help-name').first().innerText()
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .click()
    await page.locator('.undo-line').waitFor()
    await page.getByRole('link', { name: 'Projector: without names, for the wall' }).click()
    await page.locator('.wall-main').waitFor()
    expect(await page.locator('body').innerText()).not.toContain(name)
    await expect.poll(() => server.class.help, { timeout: 3000 }).toHaveLength(0)
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(name)
    await page.getByText('Nothing is called that.').waitFor()
  }))

test('while the undo is pointed at, its time stands still', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .click()
    await page.locator('.undo-line').hover()
    await page.waitForTimeout(8000)
    expect(server.class.help).toHaveLength(1)
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForTimeout(500)
    expect(server.class.help).toHaveLength(1)
  }))

test('what was about to be done is done when the page is left', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .click()
    await page.locator('.undo-line').waitFor()
    await page.goto('about:blank')
    await expect.poll(() => server.class.help, { timeout: 3000 }).toHaveLength(0)
  }))
