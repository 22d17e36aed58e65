import type { ServerExtension } from '../server/serverExtension';
import type { Transport } from './eventSender';
import { readOutcome } from './outcome';

/** The most that one request may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/** A transport through our own server extension. */
export function eventTransport(server: ServerExtension): Transport {
  return async (events, leaving) => {
    // By the clock that made the event times, so that the two can be compared.
    const headers = { 'Cell-Monitor-Sent-At': new Date().toISOString() };
    const init: RequestInit = leaving
      ? { keepalive: true }
      : { signal: AbortSignal.timeout(TIME_LIMIT) };
    try {
      const body = JSON.stringify(events);
      return await readOutcome(await server.post(body, headers, init));
    } catch {
      const reason = 'the Jupyter server does not answer';
      return { kind: 'unavailable', reason, retryAfterMs: 0 };
    }
  };
}
