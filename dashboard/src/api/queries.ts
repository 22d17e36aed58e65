import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { RequestFailed } from './client'

/** Under which the session is kept. */
export const SESSION_KEY = ['session'] as const

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

/** A refusal stays one; no answer at all, or a fault of the application, may pass. */
function mayPass(error: Error): boolean {
  return !(error instanceof RequestFailed) || error.status === 0 || error.status >= 500
}
