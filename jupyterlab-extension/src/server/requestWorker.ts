/**
 * Runs as a worker: makes requests for the page, so that its own thread need not.
 * To begin a request costs a page 1 ms, to tell its worker to do so a tenth of it.
 */
import { NO_ANSWER, readOutcome, type Outcome } from './outcome';
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

/** What this file uses of a worker's global object. */
interface Scope {
  onmessage: ((message: MessageEvent<WorkerRequest>) => void) | null;
  postMessage(answer: WorkerAnswer): void;
}

const scope = globalThis as unknown as Scope;

scope.onmessage = ({ data }) => {
  void post(data).then(outcome => scope.postMessage({ id: data.id, outcome }));
};

async function post(request: WorkerRequest): Promise<Outcome> {
  const { url, headers, body, timeLimit } = request;
  try {
    const response = await fetch(url, {
      method: 'POST',
      cache: 'no-store',
      credentials: 'same-origin',
      headers,
      body,
      signal: AbortSignal.timeout(timeLimit)
    });
    return await readOutcome(response);
  } catch {
    return NO_ANSWER;
  }
}
