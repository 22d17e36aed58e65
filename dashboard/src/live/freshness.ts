/** Two missed status frames (one every 5 s) and a little slack for the road. */
export const STALE_AFTER_MS = 11_000

/** Why the page will not try again by itself. */
export type Ending = 'signed_out' | 'forbidden' | 'closed'

/** What the connection knows about itself; times are this browser's clock, milliseconds, unless said otherwise. */
export interface Link {
  readonly connected: boolean
  readonly lastFrameAt: number | null
  /** When the server first said that it lags, by its own clock; null while it says that all is well. */
  readonly serverStaleSince: number | null
  /** The server said goodbye because it goes down; it is expected back. */
  readonly restarting: boolean
  /** How far the slowest store is behind the log, milliseconds. */
  readonly storeLag: number
  readonly ending: Ending | null
}

/** Before anything is known. */
export const NO_LINK: Link = {
  connected: false,
  lastFrameAt: null,
  serverStaleSince: null,
  restarting: false,
  storeLag: 0,
  ending: null,
}

/** How true the screen is. `since` is when what is shown was last known to be true, by the server's clock. */
export type Freshness =
  | { readonly kind: 'connecting' }
  /** It has been tried for a while, and nothing has come yet. */
  | { readonly kind: 'unreached' }
  | { readonly kind: 'live' }
  /** The class is live; what comes from the stores (histories, reports) is so many seconds behind. */
  | { readonly kind: 'lagging'; readonly seconds: number }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'restarting' }
  | { readonly kind: 'stale'; readonly since: number }
  | { readonly kind: 'ended'; readonly ending: Ending }

/** Stores behind by more than this are worth a word, milliseconds. */
const LAG_WORTH_A_WORD_MS = 15_000

/** `serverAhead`: the server's clock minus this browser's, milliseconds; `openedAt`: when it was first tried, by this browser's. */
export function freshness(link: Link, now: number, serverAhead = 0, openedAt = now): Freshness {
  if (link.ending) return { kind: 'ended', ending: link.ending }
  if (link.lastFrameAt === null) {
    return { kind: now - openedAt > STALE_AFTER_MS ? 'unreached' : 'connecting' }
  }
  if (now - link.lastFrameAt > STALE_AFTER_MS) {
    return { kind: 'stale', since: link.lastFrameAt + serverAhead }
  }
  if (!link.connected) return { kind: link.restarting ? 'restarting' : 'reconnecting' }
  if (link.serverStaleSince !== null) return { kind: 'stale', since: link.serverStaleSince }
  if (link.storeLag > LAG_WORTH_A_WORD_MS) {
    return { kind: 'lagging', seconds: Math.round(link.storeLag / 10_000) * 10 }
  }
  return { kind: 'live' }
}
