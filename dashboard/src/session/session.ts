import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { client, reach, RequestFailed, type Credentials, type Session } from '../api/client'
import { forgetAnswers, SESSION_KEY } from '../api/queries'
import type { Ending } from '../live/freshness'

/** Who is signed in, or null. Throws `RequestFailed` when the application gives neither answer. */
export async function fetchSession(): Promise<Session | null> {
  const { data, response } = await reach(client.GET('/api/v1/session'))
  if (data) return data
  if (response.status === 401) return null
  throw new RequestFailed(response.status)
}

/** The session, asked for once and kept; what changes it here updates it everywhere. */
export function useSession() {
  return useQuery({ queryKey: SESSION_KEY, queryFn: fetchSession, staleTime: Infinity })
}

/** Signs in; fails with `RequestFailed` 401 when name or password is wrong. */
export function useSignIn() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async (body: Credentials) => {
      const { response } = await reach(client.POST('/api/v1/session', { body }))
      if (!response.ok) throw new RequestFailed(response.status)
    },
    onSuccess: () => {
      forgetAnswers(queries)
      return queries.invalidateQueries({ queryKey: SESSION_KEY })
    },
  })
}

/** Signs out; the page shows the sign-in form at the same address. */
export function useSignOut() {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async () => {
      const { response } = await reach(client.DELETE('/api/v1/session'))
      if (!response.ok && response.status !== 401) throw new RequestFailed(response.status)
    },
    onSuccess: () => {
      queries.setQueryData(SESSION_KEY, null)
      forgetAnswers(queries)
    },
  })
}

/** Forgets the session here because the server has ended it. */
export function useSessionEnded() {
  const queries = useQueryClient()
  return () => {
    queries.setQueryData(SESSION_KEY, null)
    forgetAnswers(queries)
  }
}

/** Why a class's socket was refused, as far as the session tells; null when trying again makes sense. */
export async function refusal(classId: string): Promise<Ending | null> {
  try {
    const session = await fetchSession()
    if (session === null) return 'signed_out'
    return session.classes.some((entry) => entry.id === classId) ? null : 'forbidden'
  } catch {
    return null
  }
}
