const META = 'cell-monitor-build'

/** Of which build a page is; null when it does not say, as in development. */
export function buildOf(page: Document): string | null {
  return page.querySelector(`meta[name="${META}"]`)?.getAttribute('content') ?? null
}

/** Of which build the page is that a reload would bring; null when none came. */
export async function servedBuild(): Promise<string | null> {
  try {
    const answer = await fetch(import.meta.env.BASE_URL, {
      cache: 'no-store',
      signal: AbortSignal.timeout(5000),
    })
    if (!answer.ok) return null
    return buildOf(new DOMParser().parseFromString(await answer.text(), 'text/html'))
  } catch {
    return null
  }
}
