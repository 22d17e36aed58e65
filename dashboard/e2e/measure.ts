import type { Page } from 'playwright-core'

/** How often React changed the page in so many seconds, of which a busy page may take more: one commit is one batch of mutations. */
export function countRepaints(page: Page, seconds: number): Promise<number> {
  return page.evaluate(async (milliseconds) => {
    let batches = 0
    const observer = new MutationObserver(() => batches++)
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true })
    const begun = performance.now()
    await new Promise((resolve) => setTimeout(resolve, milliseconds))
    observer.disconnect()
    return (batches * milliseconds) / (performance.now() - begun)
  }, seconds * 1000)
}

/** What Chromium's main thread spent in so many seconds, as shares of one core, in words. */
export async function scriptingShare(page: Page, seconds: number): Promise<string> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('Performance.enable')
  const spent = async () => {
    const { metrics } = await browser.send('Performance.getMetrics')
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]))
  }
  const before = await spent()
  await page.waitForTimeout(seconds * 1000)
  const after = await spent()
  const elapsed = (after['Timestamp'] ?? 0) - (before['Timestamp'] ?? 0)
  const share = (name: string) =>
    `${((((after[name] ?? 0) - (before[name] ?? 0)) / elapsed) * 100).toFixed(1)} %`
  const parts = {
    scripting: 'ScriptDuration',
    style: 'RecalcStyleDuration',
    layout: 'LayoutDuration',
    'all tasks': 'TaskDuration',
  }
  return Object.entries(parts)
    .map(([word, name]) => `${word} ${share(name)}`)
    .join(', ')
}

/** What the page's scripts hold, bytes, after everything that nobody holds is gone. */
export async function heapInUse(page: Page): Promise<number> {
  const browser = await page.context().newCDPSession(page)
  await browser.send('HeapProfiler.collectGarbage')
  const { usedSize } = await browser.send('Runtime.getHeapUsage')
  return usedSize
}
