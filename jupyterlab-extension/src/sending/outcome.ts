/** What came of one attempt to send a batch of events. */
export type Outcome =
  | { kind: 'accepted'; rejected: number }
  /** Worth another try, not before the given time has passed. */
  | { kind: 'unavailable'; reason: string; retryAfterMs: number }
  /** Will not be taken, however often it is sent. */
  | { kind: 'refused'; reason: string };

/** The longest pause that an answer may ask for, in milliseconds. */
const MAXIMUM_PAUSE = 60_000;

/** Reads the answer to a batch. Its text is never kept: it may be of any size. */
export async function readOutcome(response: Response): Promise<Outcome> {
  const { status } = response;
  if (response.ok) {
    return { kind: 'accepted', rejected: await countRejected(response) };
  }
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = pause(response.headers.get('Retry-After'), Date.now());
    return { kind: 'unavailable', reason: `status ${status}`, retryAfterMs };
  }
  return { kind: 'refused', reason: `status ${status}` };
}

/** Milliseconds that a `Retry-After` (seconds or a date) asks to wait, at most a minute. */
export function pause(retryAfter: string | null, now: number): number {
  if (retryAfter === null) {
    return 0;
  }
  const seconds = Number(retryAfter);
  const wanted = Number.isFinite(seconds)
    ? seconds * 1000
    : Date.parse(retryAfter) - now;
  return Math.min(MAXIMUM_PAUSE, Math.max(0, wanted || 0));
}

async function countRejected(response: Response): Promise<number> {
  try {
    const body = (await response.json()) as { rejected?: unknown };
    return Array.isArray(body.rejected) ? body.rejected.length : 0;
  } catch {
    return 0;
  }
}
