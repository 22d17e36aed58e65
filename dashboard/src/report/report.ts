import { useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import type { components } from '../api/schema'
import { asQuery, type Range } from '../range/range'

export type LessonReport = components['schemas']['Report']
export type ReportStudent = components['schemas']['StudentReport']

/** What a lesson came to. */
export function useReport(classId: string, range: Range) {
  return useQuery({
    queryKey: ['report', classId, range],
    queryFn: () =>
      answerOf(
        client.GET('/api/v1/classes/{id}/report', {
          params: { path: { id: classId }, query: asQuery(range) },
        }),
      ),
  })
}

/** Where the students of the report are as CSV. */
export function csvAddress(classId: string, range: Range): string {
  const query = new URLSearchParams(asQuery(range))
  return `/api/v1/classes/${classId}/report.csv?${query.toString()}`
}
