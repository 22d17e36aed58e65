import type { ServerExtension } from '../server/serverExtension';
import type { Transport } from './eventSender';
import { readOutcome } from './outcome';

/** A transport through our own server extension. */
export function eventTransport(server: ServerExtension): Transport {
  return async (events, leaving) => {
    // By the clock that made the event times, so that the two can be compared.
    const headers = { 'Cell-Monitor-Sent-At': new Date().toISOString() };
    try {
      const body = JSON.stringify(events);
      return await readOutcome(await server.post(body, headers, leaving));
    } catch {
      const reason = 'the Jupyter server does not answer';
      return { kind: 'unavailable', reason, retryAfterMs: 0 };
    }
  };
}
