import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'

export type Lesson = components['schemas']['Lesson']

const DAYS_BACK = 30
const DAY_MS = 86_400_000

/** The lessons of the last thirty days, the newest first: started by button, by timetable, or inferred from activity. */
export function useLessons(classId: string) {
  return useQuery({
    queryKey: ['lessons', classId],
    queryFn: async () => {
      const from = new Date(Date.now() - DAYS_BACK * DAY_MS).toISOString()
      const path = { id: classId }
      const { lessons } = await answerOf(
        client.GET('/api/v1/classes/{id}/lessons', { params: { path, query: { from } } }),
      )
      return lessons.toSorted((left, right) => right.startedAt.localeCompare(left.startedAt))
    },
    staleTime: 60_000,
  })
}
