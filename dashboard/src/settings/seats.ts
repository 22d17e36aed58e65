import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { Seat } from './seat-plan'
import { useChange } from './settings'

/** Who sits where as it is stored now, not as the class's views saw it before: the plan is replaced as a whole. */
export function useStoredSeats(id: string) {
  return useQuery({
    queryKey: ['seats', id, 'stored'],
    gcTime: 0,
    queryFn: () => answerOf(client.GET('/api/v1/classes/{id}/seats', { params: { path: { id } } })),
  })
}

/** Replaces the plan. */
export function useSaveSeats(id: string) {
  return useChange(
    [['seats', id]],
    (seats: readonly Seat[]) =>
      answerOf(
        client.PUT('/api/v1/classes/{id}/seats', {
          params: { path: { id } },
          keepalive: true,
          body: { seats: [...seats] },
        }),
      ),
    `seats ${id}`,
  )
}

/** Where the picture of the room is; `version` differs when it has been replaced here. */
export function pictureAddress(id: string, version: number): string {
  return `/api/v1/classes/${id}/seats/picture?version=${version}`
}

/** Puts a picture of the room behind the plan. */
export function useSavePicture(id: string) {
  return useChange([['seats', id]], (picture: Blob) =>
    answerOf(
      client.PUT('/api/v1/classes/{id}/seats/picture', {
        params: { path: { id } },
        headers: { 'content-type': picture.type },
        body: '',
        bodySerializer: () => picture,
      }),
    ),
  )
}

/** Takes the picture away, and hands it back for an undo. */
export function useRemovePicture(id: string) {
  return useChange([['seats', id]], async () => {
    const picture = await answerOf(
      client.GET('/api/v1/classes/{id}/seats/picture', { params: { path: { id } }, parseAs: 'blob' }),
    )
    await answerOf(client.DELETE('/api/v1/classes/{id}/seats/picture', { params: { path: { id } } }))
    return picture
  })
}
