import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { answerOf } from '../api/answer'
import { checked } from '../api/checked'
import { client, within } from '../api/client'
import type { ClassView } from '../live/class-store'
import { applySnapshot, emptyClassState, takeCells } from '../live/class-state'
import { SnapshotFrame, type Snapshot } from '../live/frames'

/** A class at one moment: what the live view would have shown then, and which never changes. */
export interface FrozenClass {
  readonly subscribe: () => () => void
  readonly getView: () => ClassView
}

/** The moment that a snapshot shows, as a class on screen; waiting times count up to `at` (milliseconds). */
export function frozenClass(snapshot: Snapshot, at: number): FrozenClass {
  const state = emptyClassState()
  applySnapshot(state, snapshot)
  const { students, help, clusters, notebooks } = state
  const view: ClassView = {
    class: state.class,
    students,
    cells: takeCells(state),
    help,
    clusters,
    notebooks,
    freshness: { kind: 'live' },
    now: at,
    clockOffMinutes: 0,
    build: null,
  }
  return { subscribe: () => () => undefined, getView: () => view }
}

/** A moment far back is folded from its day's events. */
const TIMEOUT_MS = 20_000

/** The class as it was at a moment; while another is on its way the one before stays, and one that nobody waits for any more is called off. */
export function useReplay(classId: string, at: number) {
  return useQuery({
    queryKey: ['replay', classId, at],
    queryFn: async ({ signal }) => {
      const params = { path: { id: classId }, query: { at: new Date(at).toISOString() } }
      const answer = await answerOf(
        client.GET('/api/v1/classes/{id}/replay', { params, signal, fetch: within(TIMEOUT_MS) }),
      )
      return { at, frozen: frozenClass(checked(SnapshotFrame, answer), at) }
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    gcTime: 120_000,
  })
}
