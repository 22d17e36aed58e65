import { useState } from 'react'
import { arrange, NO_ARRANGEMENT, type Arrangement } from '../classroom/arrangement'
import type { Choice } from '../classroom/tile-order'
import { useClassView } from '../class-page/class-view'

/** The tiles' order on screen; see `arrange` for when it may change. */
export function useArrangement(choice: Choice, held: boolean): readonly string[] {
  const students = useClassView((view) => view.students)
  const now = useClassView((view) => view.now)
  const [before, setBefore] = useState<Arrangement>(NO_ARRANGEMENT)
  const next = arrange(before, students, choice, held, now)
  if (next !== before) setBefore(next)
  return next.order
}
