import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../browser'
import { inClass } from './in-class'

const HOUR_MS = 3_600_000

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('a restart of the server is called so, and is over by itself', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    server.send({ type: 'bye', reason: 'shutdown', reconnect: true })
    server.cut(true)
    await page.getByText('Server restarts…').waitFor()
    server.cut(false)
    await page.locator('.live[data-freshness=live]').waitFor({ timeout: 60_000 })
  }))

test('stores that lag are said without hiding that the class is live', () =>
  inClass(browser, '', { students: 30 }, async (page, server) => {
    server.class.storeLag = 65_000
    server.send(server.class.status())
    const said = page.getByText('Live, history behind')
    await said.waitFor()
    await said.hover()
    await page.getByText('Histories and reports are 70 s behind').waitFor()
    server.class.storeLag = 0
    server.send(server.class.status())
    await page.locator('.live[data-freshness=live]').waitFor()
  }))

test('a clock that is off by ten minutes is said, and waiting times go by the server’s', () =>
  inClass(browser, '', { students: 30, calm: true }, async (page, server) => {
    server.class.clockAhead = 600_000
    server.send(server.class.status())
    await page.getByText('Clock 10 min slow').waitFor()
    const since = new Date(Date.now() + 600_000 - 65_000).toISOString()
    server.send(server.class.ask(3, 'Is my clock right?', since))
    await page.locator('.rail-waiting', { hasText: /^1:\d\d$/ }).waitFor()
    server.cut(true)
    const stale = page.getByText(/^Not current since/)
    await stale.waitFor({ timeout: 60_000 })
    const said = /(\d+):(\d+):/.exec(await stale.innerText())
    const server10 = new Intl.DateTimeFormat('en-US', {
      timeZone: 'Asia/Tokyo',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
    }).format(Date.now() + 590_000)
    const [hours, rest] = server10.split(':')
    expect(Math.abs(minutes(said?.[1], said?.[2]) - minutes(hours, rest))).toBeLessThanOrEqual(1)
  }))

function minutes(hours: string | undefined, rest: string | undefined): number {
  return Number(hours) * 60 + Number(rest)
}

test('after an hour asleep the screen says since when it is not current, and is right again by itself', () =>
  inClass(
    browser,
    '',
    { students: 30, calm: true },
    async (page, server) => {
      const before = await page.locator('.header-clock').innerText()
      server.cut(true)
      server.send(server.class.ask(5, 'An hour ago'))
      server.class.clockAhead = HOUR_MS
      await page.clock.fastForward(HOUR_MS)
      const said = /(\d+):(\d+):/.exec(await page.getByText(/^Not current since/).innerText())
      const [hours, rest] = before.split(':')
      expect(Math.abs(minutes(said?.[1], said?.[2]) - minutes(hours, rest))).toBeLessThanOrEqual(1)
      server.cut(false)
      await page.getByText('An hour ago').waitFor({ timeout: 30_000 })
      await page.locator('.live[data-freshness=live]').waitFor()
      expect(await page.locator('.header-clock').innerText()).not.toBe(before)
    },
    (page) => page.clock.install(),
  ))

test('a tab that slept is right again when it wakes', () =>
  inClass(browser, '', { students: 30, calm: true }, async (page, server) => {
    const browserOf = await page.context().newCDPSession(page)
    await browserOf.send('Page.setWebLifecycleState', { state: 'frozen' })
    server.cut(true)
    server.send(server.class.ask(5, 'While you slept'))
    await new Promise((resolve) => setTimeout(resolve, 13_000))
    server.cut(false)
    await browserOf.send('Page.setWebLifecycleState', { state: 'active' })
    await page.getByText('While you slept').waitFor({ timeout: 60_000 })
    await page.locator('.live[data-freshness=live]').waitFor()
  }))
