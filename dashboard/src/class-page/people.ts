import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { answerOf } from '../api/answer'
import { checked } from '../api/checked'
import { client } from '../api/client'
import { People, SeatPlan, type Person } from '../classroom/people'
import { useClassEntry } from './class-entry'

const MINUTE_MS = 60_000
const NOBODY: ReadonlyMap<string, Person> = new Map()

/** What the roster says of everybody in the class, by student; asked again every minute. Empty until it is known. */
export function usePeople(): ReadonlyMap<string, Person> {
  const { id } = useClassEntry()
  const { data } = useQuery({
    queryKey: ['people', id],
    queryFn: async () =>
      checked(
        People,
        await answerOf(client.GET('/api/v1/classes/{id}/students', { params: { path: { id } } })),
      ),
    refetchInterval: MINUTE_MS,
    staleTime: MINUTE_MS,
  })
  return useMemo(
    () => (data ? new Map(data.students.map((person) => [person.student, person])) : NOBODY),
    [data],
  )
}

/** Where the students sit; null while nobody has been given a seat, and the picture of the room if there is one. */
export function useSeats(): { seats: SeatPlan['seats']; picture: string | null } | null {
  const { id } = useClassEntry()
  const { data } = useQuery({
    queryKey: ['seats', id],
    queryFn: async () =>
      checked(
        SeatPlan,
        await answerOf(client.GET('/api/v1/classes/{id}/seats', { params: { path: { id } } })),
      ),
    refetchInterval: MINUTE_MS,
    staleTime: MINUTE_MS,
  })
  return useMemo(() => {
    if (!data || data.seats.length === 0) return null
    return { seats: data.seats, picture: data.picture ? `/api/v1/classes/${id}/seats/picture` : null }
  }, [data, id])
}
