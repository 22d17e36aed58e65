import { useMutation, useQuery, useQueryClient, type QueryKey } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'

export type ClassSettings = components['schemas']['ClassSettings']

/** What a class is called, where its clock is, and when somebody counts as in need. */
export function useClassSettings(id: string) {
  return useQuery({
    queryKey: ['settings', id],
    queryFn: () => answerOf(client.GET('/api/v1/classes/{id}/settings', { params: { path: { id } } })),
  })
}

/** Saves them all; the class's name and zone are in the session too. */
export function useSaveSettings(id: string) {
  return useChange([['settings', id], ['session']], (body: ClassSettings) =>
    answerOf(client.PUT('/api/v1/classes/{id}/settings', { params: { path: { id } }, body })),
  )
}

/** Makes a new join code; the old one stops working at once. */
export function useRotateJoinCode(id: string) {
  return useChange([['session']], () =>
    answerOf(client.POST('/api/v1/classes/{id}/join-code', { params: { path: { id } } })),
  )
}

/**
 * A change after which what is known under `keys` is asked for again, also when it failed: it may have been late. Changes of one `scope` are
 * sent one after the other, so that the last one wins.
 */
export function useChange<Input, Output>(
  keys: readonly QueryKey[],
  change: (input: Input) => Promise<Output>,
  scope?: string,
) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: change,
    ...(scope === undefined ? {} : { scope: { id: scope } }),
    onSettled: () => Promise.all(keys.map((queryKey) => queries.invalidateQueries({ queryKey }))),
  })
}
