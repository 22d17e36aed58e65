import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RequestFailed } from './client'

/** Under which the session is kept. */
export const SESSION_KEY = ['session'] as const

/** Whoever asks to wait longer is not asked again; the page says what is the matter, and offers to. */
const LONGEST_WAIT_SECONDS = 10
/** Before what failed without a word of waiting is tried once more, milliseconds. */
const PAUSE_MS = 1_000

/**
 * What the page knows of the application's answers. Asks whether or not the browser believes in a network, for the application may be on this
 * very computer; tries once more what may pass; and asks who is signed in when an answer says that nobody is.
 */
export function openQueries(): QueryClient {
  const queries: QueryClient = new QueryClient({
    queryCache: new QueryCache({ onError: (error) => checkSession(queries, error) }),
    mutationCache: new MutationCache({ onError: (error) => checkSession(queries, error) }),
    defaultOptions: {
      queries: {
        networkMode: 'always',
        refetchOnReconnect: true,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 1 && mayPass(error),
        retryDelay: (_failures, error) => pause(error),
      },
      mutations: { networkMode: 'always' },
    },
  })
  return queries
}

/** Forgets every answer but the session: they were for whoever was signed in. */
export function forgetAnswers(queries: QueryClient): void {
  queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== SESSION_KEY[0] })
}

function checkSession(queries: QueryClient, error: Error): void {
  if (error instanceof RequestFailed && error.status === 401) {
    void queries.invalidateQueries({ queryKey: SESSION_KEY })
  }
}

/** A refusal stays one; no answer at all, a fault of the application, or a limit that says when it ends, may pass. */
function mayPass(error: Error): boolean {
  if (!(error instanceof RequestFailed)) return true
  const { status, waitSeconds } = error
  if (waitSeconds !== null && waitSeconds > LONGEST_WAIT_SECONDS) return false
  return status === 0 || status >= 500 || (status === 429 && waitSeconds !== null)
}

/** At least as long as was asked for, and up to half of that or of a second longer, so that a class's pages do not come back at once; milliseconds. */
export function pause(error: Error, random: () => number = Math.random): number {
  const asked = error instanceof RequestFailed && error.waitSeconds !== null ? error.waitSeconds * 1_000 : 0
  const least = Math.max(asked, PAUSE_MS)
  return least * (1 + 0.5 * random())
}
