import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { claimedByColleague, COLLEAGUE } from '../recording/class-rest'
import { inClass } from './in-class'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a colleague’s claim is seen at once, and nobody else can take it', () =>
  inClass(browser, 'help', { students: 200 }, async (page, server) => {
    const row = page.locator('.help-row').first()
    const name = await row.locator('.help-name').innerText()
    const request = server.class.help.find(
      ({ student }) => server.class.students.find((one) => one.student === student)?.name === name,
    )
    server.send(claimedByColleague(server.class, request?.request ?? '') ?? {})
    const taken = page.locator('.help-row[data-taken=true]').filter({ hasText: name })
    await taken.getByText('森 先生 is on it').waitFor()
    expect(await taken.getByRole('button', { name: /I’m coming/ }).count()).toBe(0)
  }))

test('a colleague of the same name is not oneself', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    const request = server.class.help[0]?.request ?? ''
    const claim = { teacher: COLLEAGUE.teacher, name: '高田 先生', at: new Date().toISOString() }
    server.send(server.class.helped(request, { state: 'on_my_way', claim }) ?? {})
    await page.locator('.help-row').getByText('高田 先生 is on it').waitFor()
    expect(await page.getByText('You are on it').count()).toBe(0)
  }))

test('who is on it by mistake gives the request back, at once or later', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    const coming = page.getByRole('button', { name: /^I’m coming to/ })
    const taken = page.locator('.help-row').getByText('You are on it')
    await coming.click()
    await taken.waitFor()
    await page.locator('.undo-line').getByRole('button', { name: 'Undo' }).click()
    await coming.waitFor()
    expect(server.class.help[0]).toMatchObject({ state: 'waiting', claim: null })
    await coming.click()
    await taken.waitFor()
    await page.getByRole('button', { name: /back to the queue$/ }).click()
    await coming.waitFor()
  }))

test('“helped” can be taken back; left alone it is sent', () =>
  inClass(browser, 'help', { students: 40 }, async (page, server) => {
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .click()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.waitForTimeout(7000)
    expect(server.class.help).toHaveLength(1)
    await page
      .getByRole('button', { name: /has been helped$/ })
      .first()
      .click()
    await expect.poll(() => server.class.help, { timeout: 60_000 }).toHaveLength(0)
  }))

test('a mistake shows who is in it, an example and a way out; a hint reaches all of them', () =>
  inClass(browser, 'errors', { students: 200 }, async (page, server) => {
    await page.getByText("name 'totl' is not defined").first().waitFor()
    await page.getByText('The change by').first().waitFor()
    const [cluster] = [...server.class.clusters].sort((a, b) => b.students.length - a.students.length)
    await page.getByRole('button', { name: `Hint to ${cluster?.students.length} students` }).click()
    await page.getByLabel('Your hint').fill('Look at the last line.')
    await page.getByRole('button', { name: 'Send' }).click()
    await expect.poll(() => server.hints, { timeout: 60_000 }).toHaveLength(1)
    expect(server.hints[0]).toMatchObject({ students: cluster?.students, cell_id: cluster?.cellId })
  }))

test('who runs into a mistake is counted at once', () =>
  inClass(browser, 'errors', { students: 200 }, async (page, server) => {
    const [cluster] = [...server.class.clusters].sort((a, b) => b.students.length - a.students.length)
    const count = cluster?.students.length ?? 0
    server.send(server.class.joins(cluster?.cluster ?? '', 3))
    await page.getByRole('button', { name: `Hint to ${count + 1} students` }).waitFor()
  }))

test('the map says its cells by keyboard, opens a student, and is a table too', () =>
  inClass(browser, 'map', { students: 40 }, async (page, server) => {
    const canvas = page.locator('.map-canvas')
    await canvas.focus()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowRight')
    await page
      .locator('[aria-live=polite]')
      .getByText(/· cell 2 · went well/)
      .waitFor({ state: 'attached' })
    await page.keyboard.press('Enter')
    await expect.poll(() => page.url()).toContain('student=')
    await page.getByText('As a table').click()
    expect(await page.locator('.map-table tbody tr').count()).toBe(40)
    expect(await page.locator('.map-table thead th[scope=col]').count()).toBe(43)
    const well = server.class
      .snapshot()
      .cells.filter(({ cellIndex, hasError }) => cellIndex === 3 && !hasError)
    expect(await page.locator('.map-table-total').first().locator('td').nth(3).innerText()).toBe(
      String(well.length),
    )
  }))

test('the wall numbers its cells, and has no name and no word of a student', () =>
  inClass(browser, 'wall', { students: 40 }, async (page, server) => {
    await page.getByRole('heading', { name: 'Where the class is' }).waitFor()
    const half = await page.locator('.pace-axis [data-half=true]').innerText()
    expect(await page.locator('.wall-pace p').innerText()).toContain(
      `Half of the class has come to cell ${half}`,
    )
    const text = await page.locator('body').innerText()
    for (const { name } of server.class.students) expect(text).not.toContain(name)
    for (const { message } of server.class.help) if (message) expect(text).not.toContain(message)
  }))

test('by team and by seat the class stands as it works; who is not here yet is said', () =>
  inClass(browser, '', { students: 40 }, async (page) => {
    await page.getByText('By team', { exact: true }).click()
    expect(await page.locator('.team').count()).toBe(5)
    expect(await page.locator('.tile').count()).toBe(40)
    await page.getByText('By seat', { exact: true }).click()
    expect(await page.locator('.room .tile').count()).toBe(40)
    await page.getByText('石井 匠').waitFor()
  }))

test('a state can be chosen alone', () =>
  inClass(browser, '', { students: 200 }, async (page) => {
    await page
      .getByRole('button', { name: /Failing/ })
      .first()
      .click()
    await expect.poll(() => page.locator('.tile').count()).toBe(8)
  }))

test('on a phone the link of the view on screen is in sight', () =>
  inClass(browser, 'settings', { students: 8 }, async (page) => {
    await page.setViewportSize({ width: 390, height: 844 })
    await page.getByRole('link', { name: 'Map', exact: true }).click()
    await page.locator('.map-canvas').waitFor()
    await page.goto(page.url().replace('/map', '/settings'))
    const link = page.locator('.view-links [aria-current=page]')
    await link.waitFor()
    await expect
      .poll(async () => {
        const box = await link.boundingBox()
        return box !== null && box.x >= 0 && box.x + box.width <= 390
      })
      .toBe(true)
  }))
