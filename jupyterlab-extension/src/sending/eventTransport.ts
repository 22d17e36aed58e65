import { turnHeader, type ServerExtension } from '../server/serverExtension';
import type { Transport } from './eventSender';

/** A transport through our own server extension. */
export function eventTransport(server: ServerExtension): Transport {
  return (events, turn, leaving) => {
    const headers = {
      // By the clock that made the event times, so that the two can be compared.
      'Cell-Monitor-Sent-At': new Date().toISOString(),
      ...turnHeader(turn)
    };
    return server.post(JSON.stringify(events), headers, leaving);
  };
}
