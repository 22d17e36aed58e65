import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { useChange } from './settings'

export type Key = components['schemas']['Key']
export type NewKey = components['schemas']['NewKey']

/** The keys that may send for a class; never their secrets. */
export function useKeys(id: string) {
  return useQuery({
    queryKey: ['keys', id],
    queryFn: async () => {
      const { keys } = await answerOf(client.GET('/api/v1/keys', { params: { query: { class: id } } }))
      return keys
    },
  })
}

/** Makes a key; its secret is in this answer alone. */
export function useMakeKey(id: string) {
  return useChange([['keys', id]], (body: NewKey) => answerOf(client.POST('/api/v1/keys', { body })))
}

/** Makes a key worthless. */
export function useRevokeKey(id: string) {
  return useChange([['keys', id]], (key: string) =>
    answerOf(client.DELETE('/api/v1/keys/{key}', { params: { path: { key } }, keepalive: true })),
  )
}
