/** Two missed status frames (one every 5 s) and a little slack for the road. */
export const STALE_AFTER_MS = 11_000

/** Why the page will not try again by itself. */
export type Ending = 'signed_out' | 'forbidden' | 'closed'

/** What the connection knows about itself; times are this browser's clock, milliseconds. */
export interface Link {
  readonly connected: boolean
  readonly lastFrameAt: number | null
  /** When the server first said that a stage behind it lags; null while it says that all is well. */
  readonly serverStaleSince: number | null
  readonly ending: Ending | null
}

/** How true the screen is. `since` is when what is shown was last known to be true. */
export type Freshness =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'live' }
  | { readonly kind: 'reconnecting' }
  | { readonly kind: 'stale'; readonly since: number }
  | { readonly kind: 'ended'; readonly ending: Ending }

export function freshness(link: Link, now: number): Freshness {
  if (link.ending) return { kind: 'ended', ending: link.ending }
  if (link.lastFrameAt === null) return { kind: 'connecting' }
  if (now - link.lastFrameAt > STALE_AFTER_MS) return { kind: 'stale', since: link.lastFrameAt }
  if (!link.connected) return { kind: 'reconnecting' }
  if (link.serverStaleSince !== null) return { kind: 'stale', since: link.serverStaleSince }
  return { kind: 'live' }
}
