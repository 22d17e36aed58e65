import type { Page } from 'playwright-core'

/** Fills the sign-in form at the address, whatever the language, and waits for the students, or for what is named. */
export async function signIn(
  page: Page,
  address: string,
  teacher: { username: string; password: string },
  until = '.class-list, .class-page-view main:not(.now-loading, .part-waiting)',
): Promise<void> {
  await page.goto(address)
  await page.fill('input[name=username]', teacher.username)
  await page.fill('input[name=password]', teacher.password)
  await page.click('button[type=submit]')
  await page.waitForSelector(until)
  // Where the button was there are tiles now; a resting pointer would hold their order.
  await page.mouse.move(5, 5)
}
