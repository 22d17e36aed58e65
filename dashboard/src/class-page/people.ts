import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { fetchChecked } from '../api/fetch-checked'
import { People, SeatPlan, type Person } from '../classroom/people'
import { useClassEntry } from './class-entry'

const MINUTE_MS = 60_000
const NOBODY: ReadonlyMap<string, Person> = new Map()

/** What the roster says of everybody in the class, by student; asked again every minute. Empty until it is known. */
export function usePeople(): ReadonlyMap<string, Person> {
  const { id } = useClassEntry()
  const { data } = useQuery({
    queryKey: ['people', id],
    queryFn: () => fetchChecked(`/api/v1/classes/${id}/students`, People),
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
    queryFn: () => fetchChecked(`/api/v1/classes/${id}/seats`, SeatPlan),
    refetchInterval: MINUTE_MS,
    staleTime: MINUTE_MS,
  })
  return useMemo(() => {
    if (!data || data.seats.length === 0) return null
    return { seats: data.seats, picture: data.picture ? `/api/v1/classes/${id}/seats/picture` : null }
  }, [data, id])
}
