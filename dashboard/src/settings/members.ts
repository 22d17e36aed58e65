import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { useSignedIn } from '../session/SessionGate'
import { useChange } from './settings'

export type Member = components['schemas']['Member']
export const ROLES = ['teacher', 'assistant'] as const
export type Role = (typeof ROLES)[number]

/** Who teaches and assists in a class. */
export function useMembers(id: string) {
  return useQuery({
    queryKey: ['members', id],
    queryFn: async () => {
      const { members } = await answerOf(
        client.GET('/api/v1/classes/{id}/members', { params: { path: { id } } }),
      )
      return members
    },
  })
}

/** Gives somebody a role in the class, whether they had one or not; 404 when there is no such account. */
export function useSetMember(id: string) {
  return useChange([['members', id]], ({ username, role }: { username: string; role: Role }) =>
    answerOf(
      client.PUT('/api/v1/classes/{id}/members/{username}', {
        params: { path: { id, username } },
        body: { role },
      }),
    ),
  )
}

/** Takes somebody's role away; 409 for the last teacher. */
export function useRemoveMember(id: string) {
  return useChange([['members', id]], (username: string) =>
    answerOf(
      client.DELETE('/api/v1/classes/{id}/members/{username}', { params: { path: { id, username } } }),
    ),
  )
}

/** Whether the signed-in person may change the class's settings; false as long as it is not known. */
export function useMayChange(id: string): { known: boolean; mayChange: boolean } {
  const { username, role } = useSignedIn()
  const members = useMembers(id)
  const own = members.data?.find((member) => member.username === username)
  return { known: members.data !== undefined, mayChange: role === 'admin' || own?.role === 'teacher' }
}
