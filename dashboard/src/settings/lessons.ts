import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { useChange } from './settings'

export type Slot = components['schemas']['TimetableSlot']

/** Starts a lesson; a title is not needed. */
export function useStartLesson(id: string) {
  return useChange([['lessons', id]], (title: string) =>
    answerOf(
      client.POST('/api/v1/classes/{id}/lessons', {
        params: { path: { id } },
        body: { title },
      }),
    ),
  )
}

/** Ends a lesson now. */
export function useStopLesson(id: string) {
  return useChange([['lessons', id]], (lesson: string) =>
    answerOf(client.POST('/api/v1/classes/{id}/lessons/{lesson}/stop', { params: { path: { id, lesson } } })),
  )
}

/** When lessons are, week by week. */
export function useTimetable(id: string) {
  return useQuery({
    queryKey: ['timetable', id],
    queryFn: async () => {
      const { slots } = await answerOf(
        client.GET('/api/v1/classes/{id}/timetable', { params: { path: { id } } }),
      )
      return slots
    },
  })
}

/** Replaces the timetable. */
export function useSaveTimetable(id: string) {
  return useChange(
    [
      ['timetable', id],
      ['lessons', id],
    ],
    (slots: Slot[]) =>
      answerOf(client.PUT('/api/v1/classes/{id}/timetable', { params: { path: { id } }, body: { slots } })),
  )
}
