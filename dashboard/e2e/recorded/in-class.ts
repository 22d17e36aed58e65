import type { Browser, Page } from 'playwright-core'
import { openPage } from '../browser'
import { CLASS } from '../recording/recorded-class'
import { TEACHER } from '../recording/rest'
import { RecordingServer, type RecordingOptions } from '../recording/server'
import { signIn } from '../sign-in'

/** A view of a recorded class for as long as the check takes, signed in, in English; `prepare` comes before the page is opened. */
export async function inClass(
  browser: Browser,
  view: string,
  options: RecordingOptions,
  check: (page: Page, server: RecordingServer) => Promise<void>,
  prepare: (page: Page, server: RecordingServer) => Promise<void> | void = () => undefined,
  /** What must be there before the check begins. */
  until?: string,
): Promise<void> {
  const server = await RecordingServer.start(options)
  const { page } = await openPage(browser, { locale: 'en-US' })
  try {
    await prepare(page, server)
    await signIn(page, `${server.url}/dashboard/classes/${CLASS.id}/${view}`, TEACHER, until)
    await check(page, server)
  } finally {
    await page.context().close()
    await server.stop()
  }
}
