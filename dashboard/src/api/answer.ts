import { reach, RequestFailed } from './client'

/** What a refusal says (RFC 9457), with the field and the limit that it names. */
export interface Problem {
  readonly detail: string | null
  readonly field: string | null
  readonly limit: string | null
}

/** A refusal with its words; `problem` is null when the answer was none of ours. */
export class RequestRefused extends RequestFailed {
  constructor(
    status: number,
    readonly problem: Problem | null,
    waitSeconds: number | null = null,
  ) {
    super(status, waitSeconds)
  }
}

interface Answered<T> {
  readonly data?: T
  readonly error?: unknown
  readonly response: Response
}

/** The body of an answer; throws `RequestRefused` for a refusal and `RequestFailed` 0 when nobody answered. */
export async function answerOf<T>(request: Promise<Answered<T>>): Promise<T> {
  const { data, error, response } = await reach(request)
  if (!response.ok) throw new RequestRefused(response.status, problemOf(error), waitOf(response))
  return data as T
}

/** `Retry-After` in seconds, as the application sends it; a date, as a proxy may, counts as not said. */
function waitOf(response: Response): number | null {
  const header = response.headers.get('Retry-After')?.trim() ?? ''
  return /^\d{1,9}$/.test(header) ? Number(header) : null
}

function problemOf(error: unknown): Problem | null {
  if (typeof error !== 'object' || error === null) return null
  const { detail, field, limit } = error as Record<string, unknown>
  const text = (value: unknown) =>
    typeof value === 'string' || typeof value === 'number' ? String(value) : null
  return { detail: text(detail), field: text(field), limit: text(limit) }
}
