import createClient from 'openapi-fetch'
import type { paths } from './schema'

type SessionResource = paths['/api/v1/session']
export type Session = SessionResource['get']['responses'][200]['content']['application/json']
export type Credentials = SessionResource['post']['requestBody']['content']['application/json']
/** A class as the signed-in teacher sees it in lists. */
export type ClassEntry = Session['classes'][number]

const TIMEOUT_MS = 10_000

/** The application's REST interface, typed from openapi.json. Same origin: the session cookie goes along. */
export const client = createClient<paths>({ baseUrl: window.location.origin, fetch: within(TIMEOUT_MS) })

/** Fetches with a time limit; whoever asked may call it off before. */
export function within(milliseconds: number): (request: Request) => Promise<Response> {
  return (request) =>
    fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(milliseconds)]) })
}

/** An answer that is not the wanted one; `status` 0 when there was no answer at all. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    /** What the answer asks to wait before the next try (`Retry-After`), seconds; null when it does not say. */
    readonly waitSeconds: number | null = null,
  ) {
    super(`request failed with status ${status}`)
  }
}

/** Runs a request; an unreachable application becomes a `RequestFailed` with status 0. */
export async function reach<T>(request: Promise<T>): Promise<T> {
  try {
    return await request
  } catch {
    throw new RequestFailed(0)
  }
}
