import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useClassView } from './class-view'

/** What could not be read while the application was away is asked for again as soon as the class is live. */
export function useAskAgain(): void {
  const queries = useQueryClient()
  const live = useClassView(({ freshness }) => freshness.kind === 'live' || freshness.kind === 'lagging')
  useEffect(() => {
    if (!live) return
    void queries.refetchQueries({ type: 'active', predicate: ({ state }) => state.status === 'error' })
  }, [queries, live])
}
