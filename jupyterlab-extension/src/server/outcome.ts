/** What came of one attempt to send a batch of events. */
export type Outcome =
  /** In the spool on disk; it is the server extension's from here on. */
  | { kind: 'spooled' }
  /** The student's choice says no: nothing of it is kept anywhere. */
  | { kind: 'withheld' }
  /** Worth another try, not before the given time has passed. */
  | { kind: 'unavailable'; reason: string; retryAfterMs: number }
  /** Will not be taken, however often it is sent. */
  | { kind: 'refused'; reason: string };

/** What came of an attempt that nobody answered. */
export const NO_ANSWER: Outcome = {
  kind: 'unavailable',
  reason: 'the Jupyter server does not answer',
  retryAfterMs: 0
};

/** The longest pause that an answer may ask for, in milliseconds. */
const MAXIMUM_PAUSE = 60_000;

/** What no later try can mend: the batch itself is wrong. */
const FINAL = [400, 405, 413, 415, 422];

/** Reads the answer to a batch. Its text is never kept: it may be of any size. */
export async function readOutcome(response: Response): Promise<Outcome> {
  const { status } = response;
  if (response.ok) {
    return { kind: await readKind(response) };
  }
  const reason = `status ${status}`;
  if (FINAL.includes(status)) {
    return { kind: 'refused', reason };
  }
  const retryAfterMs = pause(response.headers.get('Retry-After'), Date.now());
  return { kind: 'unavailable', reason, retryAfterMs };
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

async function readKind(response: Response): Promise<'spooled' | 'withheld'> {
  try {
    const body = (await response.json()) as { status?: unknown };
    return body.status === 'withheld' ? 'withheld' : 'spooled';
  } catch {
    return 'spooled';
  }
}
