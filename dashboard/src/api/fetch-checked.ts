import * as v from 'valibot'
import { reach, RequestFailed } from './client'

const TIMEOUT_MS = 10_000

/**
 * Reads a route of this origin and checks the answer at the rim; fails with `RequestFailed` (0: no answer at all, or none that
 * this page understands).
 */
export async function fetchChecked<T extends v.GenericSchema>(
  path: string,
  schema: T,
): Promise<v.InferOutput<T>> {
  const response = await reach(
    fetch(path, { headers: { accept: 'application/json' }, signal: AbortSignal.timeout(TIMEOUT_MS) }),
  )
  if (!response.ok) throw new RequestFailed(response.status)
  const result = v.safeParse(schema, await reach(response.json()))
  if (!result.success) throw new RequestFailed(0)
  return result.output
}
