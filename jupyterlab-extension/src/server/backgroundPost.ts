import type { ServerConnection } from '@jupyterlab/services';
import type { WorkerAnswer, WorkerRequest } from './workerMessages';

interface Waiting {
  resolve(response: Response): void;
  reject(reason: Error): void;
}

/**
 * Posts to the Jupyter server from a worker. Where there can be none (a content
 * security policy forbids it, or requests of this page are not made by the browser's
 * own `fetch`, as in JupyterLite), `isPossible` is false and others must post.
 */
export class BackgroundPost {
  private readonly waiting = new Map<number, Waiting>();
  private worker: Worker | undefined;
  private last = 0;
  private credentials: Record<string, string> | undefined;

  constructor(private readonly settings: ServerConnection.ISettings) {
    if (settings.fetch === globalThis.fetch) {
      this.start();
    }
  }

  get isPossible(): boolean {
    return this.worker !== undefined;
  }

  /** Resolves to the answer, whatever its status; rejects when there is none. */
  post(
    url: string,
    body: string,
    headers: Record<string, string>,
    timeLimit: number
  ): Promise<Response> {
    this.credentials ??= credentials(this.settings);
    const request: WorkerRequest = {
      id: ++this.last,
      url: new URL(url, window.location.href).href,
      headers: { ...headers, ...this.credentials },
      body,
      timeLimit
    };
    return new Promise((resolve, reject) => {
      this.waiting.set(request.id, { resolve, reject });
      this.worker?.postMessage(request);
    });
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

  private received({ id, status, retryAfter, text }: WorkerAnswer): void {
    const waiting = this.waiting.get(id);
    this.waiting.delete(id);
    if (status < 200 || status > 299) {
      // The cookie may be another by now: whoever signs in again gets a new one.
      this.credentials = undefined;
    }
    if (status === 0) {
      waiting?.reject(new Error('no answer'));
      return;
    }
    const headers = retryAfter === null ? {} : { 'Retry-After': retryAfter };
    const mayHaveText = status !== 204 && status !== 304;
    const body = mayHaveText ? text : null;
    waiting?.resolve(new Response(body, { status, headers }));
  }

  /** The worker cannot run: what it was asked is for others to do. */
  private stop(): void {
    this.worker?.terminate();
    this.worker = undefined;
    this.waiting.forEach(({ reject }) => reject(new Error('no worker')));
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
