import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { asQuery, type Range } from '../range/range'

export type ActivityTimeline = components['schemas']['ActivityTimeline']
export type ErrorRateTimeline = components['schemas']['ErrorRateTimeline']
export type ProgressTimeline = components['schemas']['ProgressTimeline']

const AGAIN_MS = 30_000

/** Runs of each student by interval. */
export function useActivity(classId: string, range: Range) {
  return useQuery({
    queryKey: ['activity', classId, range],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/classes/{id}/activity', {
          params: { path: { id: classId }, query: asQuery(range) },
        }),
      ),
    refetchInterval: range.to === null ? AGAIN_MS : false,
  })
}

/** The share of failed runs by interval and notebook. */
export function useErrorRate(classId: string, range: Range) {
  return useQuery({
    queryKey: ['error-rate', classId, range],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/classes/{id}/error-rate', {
          params: { path: { id: classId }, query: asQuery(range) },
        }),
      ),
    refetchInterval: range.to === null ? AGAIN_MS : false,
  })
}

/** Completed cells by interval: smallest, quartiles, greatest over the students of a notebook. */
export function useProgress(classId: string, notebook: string, range: Range) {
  return useQuery({
    queryKey: ['progress', classId, notebook, range],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/classes/{id}/notebooks/{notebook}/progress', {
          params: { path: { id: classId, notebook }, query: asQuery(range) },
        }),
      ),
    refetchInterval: range.to === null ? AGAIN_MS : false,
  })
}
