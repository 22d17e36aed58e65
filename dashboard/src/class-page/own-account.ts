import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import { useSignedIn } from '../session/SessionGate'
import { useClassEntry } from './class-entry'

const LONG_MS = 300_000

/** The account of whoever is signed in, as claims name it; null while that is not known, and for an administrator who is no member. */
export function useOwnAccount(): string | null {
  const { id } = useClassEntry()
  const { username } = useSignedIn()
  const { data } = useQuery({
    queryKey: ['members', id],
    queryFn: async () => {
      const params = { path: { id } }
      const { members } = await answerOf(client.GET('/api/v1/classes/{id}/members', { params }))
      return members
    },
    staleTime: LONG_MS,
  })
  return data?.find((member) => member.username === username)?.account ?? null
}
