import { useThrottledValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import * as v from 'valibot'
import { answerOf } from '../api/answer'
import { checked } from '../api/checked'
import { client } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { ClusterFrame } from '../live/class-frames'

const text = v.string()
const maybe = v.optional(v.nullable(text), null)

/** A mistake with who is in it, one example, and the changes with which others got out of it. */
const ClusterDetail = v.object({
  cluster: ClusterFrame,
  students: v.array(
    v.object({
      student: text,
      name: maybe,
      since: maybe,
      runs: v.optional(v.number(), 0),
      solvedAt: maybe,
    }),
  ),
  example: v.optional(
    v.nullable(
      v.object({
        student: text,
        name: maybe,
        code: maybe,
        errorName: maybe,
        errorMessage: maybe,
        traceback: maybe,
        at: maybe,
      }),
    ),
    null,
  ),
  ways: v.optional(
    v.array(v.object({ student: text, name: maybe, before: maybe, after: maybe, at: maybe })),
    [],
  ),
})
export type ClusterDetail = v.InferOutput<typeof ClusterDetail>

/** However many come and go: who is in it is live without this. */
const ASK_EVERY_MS = 3000

/** What is known of a mistake; asked again when somebody came into it or got out, every few seconds at most. Keeps what it has meanwhile. */
export function useClusterDetail(cluster: string, students: number, solved: number) {
  const { id } = useClassEntry()
  const asOf = useThrottledValue(`${students} ${solved}`, ASK_EVERY_MS)
  return useQuery({
    queryKey: ['cluster', id, cluster, asOf],
    queryFn: async () =>
      checked(
        ClusterDetail,
        await answerOf(
          client.GET('/api/v1/classes/{id}/clusters/{cluster}', { params: { path: { id, cluster } } }),
        ),
      ),
    placeholderData: (before) => (before?.cluster.cluster === cluster ? before : undefined),
    staleTime: 10_000,
  })
}
