import { loadavg } from 'node:os'
import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { openBrowser, openPage } from '../browser'
import { countRepaints, heapInUse, scriptingShare } from '../measure'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

const SECONDS = 10

/** Repaints of a view in ten seconds of 200 students x 60 cells at 500 events a second; the costs are printed. */
async function repaintsOf(view: string): Promise<number> {
  const server = await RecordingServer.start({ students: 200, cells: 60, rate: 500 })
  const browser = await openBrowser()
  try {
    const { page } = await openPage(browser)
    await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}/`, TEACHER)
    const opened = await timeToFirst(page, `${server.url}/dashboard/classes/${CLASS.id}/${view}`)
    await page.waitForTimeout(2000)
    const before = await heapInUse(page)
    const [repaints, share] = await Promise.all([countRepaints(page, SECONDS), scriptingShare(page, SECONDS)])
    const heaps = [before, await heapInUse(page)].map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`)
    const load = loadavg()[0]?.toFixed(1)
    console.log(
      `${view || 'now'}: first view ${opened} ms; ${(repaints / SECONDS).toFixed(1)} repaints a second; of one core: ${share}; ` +
        `heap ${heaps.join(' -> ')}; load average ${load}`,
    )
    return repaints
  } finally {
    await browser.close()
    await server.stop()
  }
}

/** From the request of the page to the first students on screen, milliseconds, as the page's own clock has it. */
async function timeToFirst(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' })
  await page.waitForSelector('.tile, .map-canvas')
  return page.evaluate(() => Math.round(performance.now()))
}

test('200 students at 500 events a second repaint the tiles at most four times a second', async () => {
  const repaints = await repaintsOf('')
  // That it goes on, not how fast: a slow machine paints seldom.
  expect(repaints).toBeGreaterThan(SECONDS / 2)
  expect(repaints).toBeLessThanOrEqual(4 * SECONDS + 1)
})

test('so does the map of 200 x 60', async () => {
  expect(await repaintsOf('map')).toBeLessThanOrEqual(4 * SECONDS + 1)
})
