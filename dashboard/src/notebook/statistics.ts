import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { asQuery, type Range } from '../range/range'

export type ClassNotebook = components['schemas']['ClassNotebook']
export type CellStatistics = components['schemas']['CellStatistics']
export type CellAnswer = components['schemas']['CellAnswer']

/** The notebooks of a class, the one that was run last first. */
export function useNotebooks(classId: string) {
  return useQuery({
    queryKey: ['notebooks', classId],
    queryFn: async () => {
      const path = { id: classId }
      const { notebooks } = await answerOf(client.GET('/api/v1/classes/{id}/notebooks', { params: { path } }))
      return notebooks.toSorted((left, right) => (right.lastAt ?? '').localeCompare(left.lastAt ?? ''))
    },
    staleTime: 10_000,
  })
}

/** A range that is still running is asked for again this often. */
const AGAIN_MS = 30_000

/** How a notebook's cells went in a stretch of time, in the notebook's order. */
export function useCellStatistics(classId: string, notebook: string, range: Range) {
  return useQuery({
    queryKey: ['statistics', classId, notebook, range],
    queryFn: async () => {
      const { cells } = await answerOf(
        client.GET('/api/v1/classes/{id}/notebooks/{notebook}/statistics', {
          params: { path: { id: classId, notebook }, query: asQuery(range) },
        }),
      )
      return cells.toSorted((left, right) => (left.cellIndex ?? 0) - (right.cellIndex ?? 0))
    },
    refetchInterval: range.to === null ? AGAIN_MS : false,
  })
}

/** The latest run of each student of one cell, page by page. */
export function useCellAnswers(classId: string, notebook: string, cell: string, range: Range) {
  return useInfiniteQuery({
    queryKey: ['answers', classId, notebook, cell, range],
    initialPageParam: null as string | null,
    queryFn: ({ pageParam }) =>
      answerOf(
        client.GET('/api/v1/classes/{id}/notebooks/{notebook}/cells/{cell}/answers', {
          params: {
            path: { id: classId, notebook, cell },
            query: { ...asQuery(range), ...(pageParam === null ? {} : { page: pageParam }) },
          },
        }),
      ),
    getNextPageParam: (page) => page.next ?? null,
    select: ({ pages }) => pages.flatMap(({ answers }) => answers),
    refetchInterval: range.to === null ? AGAIN_MS : false,
  })
}
