/**
 * Runs as a worker: makes requests for the page, so that its own thread need not.
 * To begin a request costs a page 1 ms, to tell its worker to do so a tenth of it.
 */
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

/** What this file uses of a worker's global object. */
interface Scope {
  onmessage: ((message: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(answer: WorkerAnswer): void;
}

/** The most of an answer that is read, in characters; ours have a few hundred. */
const LONGEST_ANSWER = 100_000;

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  void answer(data).then(result => scope.postMessage(result));
};

async function answer(request: WorkerRequest): Promise<WorkerAnswer> {
  const { id, url, headers, body, timeLimit } = request;
  try {
    const response = await fetch(url, {
      method: 'POST',
      cache: 'no-store',
      credentials: 'same-origin',
      headers,
      body,
      signal: AbortSignal.timeout(timeLimit)
    });
    const text = (await response.text()).slice(0, LONGEST_ANSWER);
    const retryAfter = response.headers.get('Retry-After');
    return { id, status: response.status, retryAfter, text };
  } catch {
    return { id, status: 0, retryAfter: null, text: '' };
  }
}
