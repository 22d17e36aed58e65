import { expect, test } from 'vitest'
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

test('a teacher of the running application signs in and sees the class live', async () => {
  const browser = await openBrowser()
  try {
    const { page, complaints } = await openPage(browser)
    const teacher = {
      username: setting('CELL_MONITOR_TEACHER'),
      password: setting('CELL_MONITOR_TEACHER_PASSWORD'),
    }
    const address = `${setting('CELL_MONITOR_URL')}/dashboard/classes/${setting('CELL_MONITOR_CLASS')}`
    await signIn(page, address, teacher)
    await page.locator('.live[data-freshness=live]').waitFor()
    await page.getByText(setting('CELL_MONITOR_JOIN_CODE')).first().waitFor()
    await picture(page, 'application')
    expect(await seriousFindings(page)).toEqual([])
    expect(complaints).toEqual([])
  } finally {
    await browser.close()
  }
})
