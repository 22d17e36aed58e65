import { useState } from 'react'
import { holdList, type Held } from '../classroom/held-list'

/** The list on screen; while `held` nobody in it moves. See `holdList`. */
export function useHeldList<T>(wanted: readonly T[], keyOf: (entry: T) => string, held: boolean) {
  const [before, setBefore] = useState<{
    wanted: readonly T[] | null
    held: boolean
    list: readonly Held<T>[]
  }>({
    wanted: null,
    held: false,
    list: [],
  })
  if (before.wanted === wanted && before.held === held) return before.list
  const list = holdList(before.list, wanted, keyOf, held)
  setBefore({ wanted, held, list })
  return list
}
