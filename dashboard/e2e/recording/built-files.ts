import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { extname } from 'node:path'

/** The policy that the build must work under: no exception for styles or scripts. */
export const POLICY =
  "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'"
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}
const BUILT = new URL('../../dist/', import.meta.url)

/** Serves the build as the application does: deep links get index.html, which says that it is of `build` when there is one. */
export async function answerFile(
  path: string,
  response: ServerResponse,
  build: string | null = null,
): Promise<void> {
  const inside = path.replace(/^\/dashboard\//, '')
  const file = extname(inside) === '' ? 'index.html' : inside
  try {
    const stored = await readFile(new URL(file, BUILT))
    const content = file === 'index.html' && build !== null ? named(stored.toString(), build) : stored
    response.writeHead(200, {
      'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
      'content-security-policy': POLICY,
    })
    response.end(content)
  } catch {
    response.writeHead(404).end()
  }
}

function named(page: string, build: string): string {
  return page.replace(/(name="cell-monitor-build" content=")[0-9a-f]+/, `$1${build}`)
}
