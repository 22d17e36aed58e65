import { existsSync } from 'node:fs'
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core'

const CHROMIUM = process.env['CELL_MONITOR_CHROMIUM'] ?? '/usr/bin/chromium'

/** How long a page may take for anything on a busy machine. */
const PATIENCE_MS = 90_000

/** Debian's Chromium, without a screen. */
export async function openBrowser(): Promise<Browser> {
  if (!existsSync(CHROMIUM)) throw new Error(`no ${CHROMIUM}: install the Debian package "chromium"`)
  return chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
}

/** What the page complained about: policy violations, exceptions, errors on the console. */
export interface Watched {
  readonly page: Page
  readonly complaints: string[]
}

/** A fresh page in a context of its own that remembers what it complained about. */
export async function openPage(browser: Browser, options: BrowserContextOptions = {}): Promise<Watched> {
  const context = await browser.newContext({
    locale: 'ja-JP',
    viewport: { width: 1440, height: 900 },
    ...options,
  })
  context.setDefaultTimeout(PATIENCE_MS)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    // Before the sign-in the session's 401 is an answer, not a mistake; Chromium logs it all the same.
    if (message.type() === 'error' && !message.text().includes('401')) complaints.push(message.text())
  })
  return { page, complaints }
}
