import type { ServerConnection } from '@jupyterlab/services';
import { NO_ANSWER, type Outcome } from './outcome';
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

/** Milliseconds after a request's own time limit in which the worker must say so. */
const GRACE = 5_000;

/**
 * Posts to the Jupyter server from a worker. Where there can be none (a content
 * security policy forbids it, or requests of this page are not made by the browser's
 * own `fetch`, as in JupyterLite), `isPossible` is false and others must post.
 */
export class BackgroundPost {
  private readonly waiting = new Map<number, (outcome: Outcome) => void>();
  private worker: Worker | undefined;
  private readonly url: string;
  private last = 0;
  private isWatched = false;
  private credentials: Record<string, string> | undefined;

  /** `address` is what to post to. */
  constructor(
    address: string,
    private readonly settings: ServerConnection.ISettings
  ) {
    this.url = new URL(address, window.location.href).href;
    if (settings.fetch === globalThis.fetch) {
      this.start();
    }
  }

  get isPossible(): boolean {
    return this.worker !== undefined;
  }

  /** Never rejects; a worker that does not answer is given up. */
  post(
    body: string,
    headers: Record<string, string>,
    timeLimit: number
  ): Promise<Outcome> {
    this.credentials ??= credentials(this.settings);
    const request: WorkerRequest = {
      id: ++this.last,
      url: this.url,
      headers: { ...headers, ...this.credentials },
      body,
      timeLimit
    };
    return new Promise(resolve => {
      this.waiting.set(request.id, resolve);
      this.worker?.postMessage(request);
      if (!this.isWatched) {
        this.watch(timeLimit + GRACE);
      }
    });
  }

  /**
   * Gives the worker up if what waits now is not answered by then. One timer for
   * many requests: to set and to clear one for each costs as much as its JSON.
   */
  private watch(milliseconds: number): void {
    const newest = this.last;
    this.isWatched = true;
    setTimeout(() => {
      this.isWatched = false;
      const [oldest] = this.waiting.keys();
      if (oldest !== undefined && oldest <= newest) {
        this.stop();
      } else if (oldest !== undefined) {
        this.watch(milliseconds);
      }
    }, milliseconds);
  }

  private start(): void {
    try {
      // In one expression: that is how the builder finds the worker's script.
      const worker = new Worker(new URL('./requestWorker.js', import.meta.url));
      worker.onmessage = ({ data }) => this.received(data);
      worker.onerror = () => this.stop();
      this.worker = worker;
    } catch {
      this.worker = undefined;
    }
  }

  private received({ id, outcome }: WorkerAnswer): void {
    if (outcome.kind === 'unavailable' || outcome.kind === 'refused') {
      // The cookie may be another by now: whoever signs in again gets a new one.
      this.credentials = undefined;
    }
    this.waiting.get(id)?.(outcome);
    this.waiting.delete(id);
  }

  /** The worker cannot run: what it was asked is for others to do. */
  private stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.forEach(resolve => resolve(NO_ANSWER));
    this.waiting.clear();
  }
}

/** What Jupyter's own requests carry: the token, where there is one, and the XSRF cookie. */
function credentials(
  settings: ServerConnection.ISettings
): Record<string, string> {
  const headers: Record<string, string> = {};
  if (settings.token) {
    headers['Authorization'] = `token ${settings.token}`;
  }
  const token = document.cookie
    .split(';')
    .map(part => part.trim())
    // The server takes the last of several, so the last counts here, too.
    .filter(part => part.startsWith('_xsrf='))
    .at(-1);
  if (token !== undefined) {
    headers['X-XSRFToken'] = token.slice('_xsrf='.length);
  }
  return headers;
}
