import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type { Transport } from './eventSender';
import { readOutcome } from './outcome';

/** The most that one request may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/** To whom the server extension sends the runs. */
export interface Recipient {
  /** Address of the application. */
  url: string;
  /** Name under which they are sent. */
  userName: string;
}

/** A transport through our own server extension: same origin, XSRF checked. */
export function serverTransport(
  settings: ServerConnection.ISettings
): Transport {
  const url = URLExt.join(settings.baseUrl, 'cell-monitor');
  return async (events, leaving) => {
    const init: RequestInit = {
      method: 'POST',
      body: JSON.stringify(events),
      headers: {
        'Content-Type': 'application/json',
        // By the clock that made the event times, so that the two can be compared.
        'Cell-Monitor-Sent-At': new Date().toISOString()
      },
      ...(leaving
        ? { keepalive: true }
        : { signal: AbortSignal.timeout(TIME_LIMIT) })
    };
    try {
      return await readOutcome(
        await ServerConnection.makeRequest(url, init, settings)
      );
    } catch {
      const reason = 'the Jupyter server does not answer';
      return { kind: 'unavailable', reason, retryAfterMs: 0 };
    }
  };
}

/** Asks the server extension to whom runs are sent; nothing if it does not answer. */
export async function askRecipient(
  settings: ServerConnection.ISettings
): Promise<Recipient | undefined> {
  const url = URLExt.join(settings.baseUrl, 'cell-monitor', 'status');
  const init = { signal: AbortSignal.timeout(TIME_LIMIT) };
  try {
    const response = await ServerConnection.makeRequest(url, init, settings);
    return response.ok ? ((await response.json()) as Recipient) : undefined;
  } catch {
    return undefined;
  }
}
