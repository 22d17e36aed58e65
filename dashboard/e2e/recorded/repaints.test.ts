import { expect, test } from 'vitest'
import { openBrowser, openPage } from '../browser'
import { countRepaints, scriptingShare } from '../measure'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer } from '../recording/server'
import { signIn } from '../sign-in'

const SECONDS = 10

test('200 students at 300 events a second repaint at most four times a second', async () => {
  const server = await RecordingServer.start({ students: 200, rate: 300 })
  const browser = await openBrowser()
  try {
    const { page } = await openPage(browser)
    await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}`, TEACHER)
    await page.waitForTimeout(2000)
    const [repaints, share] = await Promise.all([countRepaints(page, SECONDS), scriptingShare(page, SECONDS)])
    console.log(`${repaints / SECONDS} repaints a second; of one core: ${share}`)
    expect(repaints).toBeGreaterThan(2 * SECONDS)
    expect(repaints).toBeLessThanOrEqual(4 * SECONDS + 1)
  } finally {
    await browser.close()
    await server.stop()
  }
})
