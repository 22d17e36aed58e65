/**
 * Writes openapi.json, the document that the typed client is made from, as the running application serves it.
 * The address is CELL_MONITOR_URL (`source .run/env`). `servers` is left out: it names where it happened to run. Names
 * are sorted, for their order differs from build to build.
 */
import { writeFile } from 'node:fs/promises'

const address = process.env.CELL_MONITOR_URL
if (!address) {
  console.error('CELL_MONITOR_URL is not set: start ./dev run, then source .run/env')
  process.exit(1)
}
const answer = await fetch(`${address}/q/openapi?format=json`, { signal: AbortSignal.timeout(10_000) })
if (!answer.ok) throw new Error(`the application answered ${answer.status}`)
const document = await answer.json()
delete document.servers
await writeFile(new URL('../openapi.json', import.meta.url), `${JSON.stringify(sorted(document), null, 2)}\n`)

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.keys(value)
      .sort()
      .map((name) => [name, sorted(value[name])]),
  )
}
