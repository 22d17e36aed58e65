import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { useClassView } from '../class-page/class-view'

export type StoredRun = components['schemas']['StoredRun']
export type Note = components['schemas']['Note']

const PAGE = '50'
/** After so many milliseconds a run on the screen is in the store too, or the page says that it lags. */
const LATE_MS = 2000

/** A student's runs, newest first, page by page; asked for again when the student has run something. */
export function useRuns(classId: string, student: string) {
  const queries = useQueryClient()
  const executions = useClassView((view) => view.students.get(student)?.executions ?? 0)
  useEffect(() => {
    if (executions === 0) return
    const ask = () =>
      void queries.invalidateQueries({ queryKey: ['runs', classId, student] }, { cancelRefetch: false })
    // The screen may be ahead of the store: the last run may not be there at once.
    const timers = [0, LATE_MS].map((delay) => setTimeout(ask, delay))
    return () => timers.forEach((timer) => clearTimeout(timer))
  }, [queries, classId, student, executions])
  return useInfiniteQuery({
    queryKey: ['runs', classId, student],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/classes/{id}/students/{student}/runs', {
          params: {
            path: { id: classId, student },
            query: { limit: PAGE, ...(pageParam === null ? {} : { before: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap(({ runs }) => runs),
  })
}

function notesKey(classId: string, student: string) {
  return ['notes', classId, student]
}

/** What the teachers of the class noted about a student. */
export function useNotes(classId: string, student: string) {
  return useQuery({
    queryKey: notesKey(classId, student),
    queryFn: async () => {
      const { notes } = await answerOf(
        client.GET('/api/v1/classes/{id}/students/{student}/notes', {
          params: { path: { id: classId, student } },
        }),
      )
      return notes
    },
  })
}

/** Adds a note; fails with `RequestRefused`. */
export function useAddNote(classId: string, student: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (text: string) =>
      answerOf(
        client.POST('/api/v1/classes/{id}/students/{student}/notes', {
          params: { path: { id: classId, student } },
          body: { text },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: notesKey(classId, student) }),
  })
}

/** Removes a note for good. */
export function useRemoveNote(classId: string, student: string) {
  const queries = useQueryClient()
  return useMutation({
    mutationFn: (note: string) =>
      answerOf(
        client.DELETE('/api/v1/classes/{id}/students/{student}/notes/{note}', {
          params: { path: { id: classId, student, note } },
          keepalive: true,
        }),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: notesKey(classId, student) }),
  })
}

/** Sends a hint to a student's notebook, to the cell they are at. */
export function useSendHint(classId: string, student: string) {
  const at = useClassView((view) => view.students.get(student))
  return useMutation({
    mutationFn: (text: string) =>
      answerOf(
        client.POST('/api/v1/classes/{id}/hints', {
          params: { path: { id: classId } },
          body: {
            students: [student],
            text,
            ...(at?.notebook ? { notebook_id: at.notebook } : {}),
            ...(at?.cellId ? { cell_id: at.cellId } : {}),
          },
        }),
      ),
  })
}
