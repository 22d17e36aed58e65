import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { expect, vi } from 'vitest';
import type { LearningEvent } from '../../src/event/event';

/** An event as it arrived, with the identity that the server extension added. */
export type Arrived = LearningEvent & { userName?: string };

/** One request that came in. */
export interface Recorded {
  path: string;
  headers: IncomingHttpHeaders;
  events: Arrived[];
}

/** A real HTTP server that keeps what is sent to it and answers as the application does. */
export class RecordingReceiver {
  readonly requests: Recorded[] = [];
  private failures: { status: number; retryAfter: string }[] = [];
  private readonly server = createServer((request, response) => {
    void readBody(request).then(body => {
      const events = [body].flat() as Arrived[];
      const { url = '', headers } = request;
      this.requests.push({ path: url, headers, events });
      const failure = this.failures.shift();
      if (failure) {
        response.writeHead(failure.status, {
          'Retry-After': failure.retryAfter
        });
        response.end();
        return;
      }
      response.writeHead(202, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ status: 'received', rejected: [] }));
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

  /** What arrived of one notebook, each event once, in order. */
  of(notebookPath: string): Arrived[] {
    const seen = new Set<string>();
    return this.requests
      .flatMap(request => request.events)
      .filter(event => event.notebookPath === notebookPath)
      .filter(({ eventId }) => !seen.has(eventId) && seen.add(eventId));
  }

  /** Waits until events of these types, and no others, have come of a notebook. */
  async waitFor(notebookPath: string, types: string[]): Promise<Arrived[]> {
    await vi.waitFor(
      () =>
        expect(this.of(notebookPath).map(event => event.eventType)).toEqual(
          types
        ),
      { timeout: 30_000, interval: 100 }
    );
    return this.of(notebookPath);
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) {
    parts.push(part as Buffer);
  }
  const body = Buffer.concat(parts);
  const isCompressed = request.headers['content-encoding'] === 'gzip';
  return JSON.parse((isCompressed ? gunzipSync(body) : body).toString('utf-8'));
}
