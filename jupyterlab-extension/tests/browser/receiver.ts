import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type ServerResponse
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, vi } from 'vitest';
import type { LearningEvent } from '../../src/event/event';
import { StudentRoutes } from './studentRoutes';

/** An event as it arrived, with the identity that the server extension added. */
export type Arrived = LearningEvent & { userName?: string };

/** One request with events that came in. */
export interface Recorded {
  path: string;
  headers: IncomingHttpHeaders;
  events: Arrived[];
}

/** What happens around the story of a test: told of on its own. */
const AROUND = [
  ...['execution_scheduled', 'progress_update', 'kernel_started'],
  ...['notebook_visible', 'notebook_hidden', 'active_cell_changed'],
  ...['cell_edited', 'clipboard_paste', 'idle', 'active']
];

/** A real HTTP server that keeps what is sent to it and answers as the application does. */
export class RecordingReceiver {
  readonly requests: Recorded[] = [];
  readonly student = new StudentRoutes();
  /** Whether events without a student's token are refused. */
  needsToken = false;
  private failures: { status: number; retryAfter: string }[] = [];
  private readonly server = createServer((request, response) => {
    void readBody(request).then(body => {
      if (request.url?.startsWith('/api/v1/student/')) {
        this.student.answer(request, body, response);
      } else {
        this.take(request, body, response);
      }
    });
  });

  /** Starts on a free port of the loopback; returns its address. */
  async start(): Promise<string> {
    await new Promise<void>(done =>
      this.server.listen(0, '127.0.0.1', () => done())
    );
    const { port } = this.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }

  /** The next requests are answered with this status. */
  failNext(times: number, status: number, retryAfter: string): void {
    this.failures = Array.from({ length: times }, () => ({
      status,
      retryAfter
    }));
  }

  /** Everything that arrived, each event once, in order. */
  get all(): Arrived[] {
    const seen = new Set<string>();
    return this.requests
      .flatMap(request => request.events)
      .filter(({ eventId }) => !seen.has(eventId) && seen.add(eventId));
  }

  /** What arrived of one notebook, without what happens around its runs. */
  of(notebookPath: string): Arrived[] {
    return this.all.filter(
      event =>
        event.notebookPath === notebookPath && !AROUND.includes(event.eventType)
    );
  }

  /** What was run, and with whose token it came. */
  get runs(): [code: string, authorization: string][] {
    return this.requests.flatMap(({ headers, events }) =>
      events
        .filter(event => event.eventType === 'cell_executed')
        .map((event): [string, string] => [
          event.code ?? '',
          headers.authorization ?? ''
        ])
    );
  }

  /** What arrived of one notebook, of the given types alone. */
  only(notebookPath: string, ...types: string[]): Arrived[] {
    return this.all.filter(
      event =>
        event.notebookPath === notebookPath && types.includes(event.eventType)
    );
  }

  /** Waits until events of these types, and no others, have come of a notebook. */
  async waitFor(notebookPath: string, types: string[]): Promise<Arrived[]> {
    await vi.waitFor(
      () =>
        expect(this.of(notebookPath).map(event => event.eventType)).toEqual(
          types
        ),
      { timeout: 70_000, interval: 100 }
    );
    return this.of(notebookPath);
  }

  /** Waits for so many events of one type of a notebook. */
  async waitForSome(
    notebookPath: string,
    type: string,
    count = 1
  ): Promise<Arrived[]> {
    await vi.waitFor(
      () => expect(this.only(notebookPath, type)).toHaveLength(count),
      { timeout: 70_000, interval: 100 }
    );
    return this.only(notebookPath, type);
  }

  private take(
    request: IncomingMessage,
    body: unknown,
    response: ServerResponse
  ): void {
    const { url = '', headers } = request;
    if (this.needsToken && !headers.authorization) {
      response.writeHead(401).end();
      return;
    }
    this.requests.push({
      path: url,
      headers,
      events: [body].flat() as Arrived[]
    });
    const failure = this.failures.shift();
    if (failure) {
      response.writeHead(failure.status, { 'Retry-After': failure.retryAfter });
      response.end();
      return;
    }
    response.writeHead(202, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify({ status: 'received', rejected: [] }));
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  const body = Buffer.concat(parts);
  const isCompressed = request.headers['content-encoding'] === 'gzip';
  const text = (isCompressed ? gunzipSync(body) : body).toString('utf-8');
  return text === '' ? undefined : JSON.parse(text);
}
