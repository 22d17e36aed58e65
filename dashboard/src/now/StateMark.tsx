import {
  IconAlertTriangle,
  IconCheck,
  IconCircleDashed,
  IconHandStop,
  IconHourglassHigh,
  IconPlugConnectedX,
  IconPointFilled,
} from '@tabler/icons-react'
import type { StudentState } from '../live/frames'
import '../theme/states.css'

const MARKS: Record<StudentState, typeof IconCheck> = {
  asking: IconHandStop,
  technical: IconPlugConnectedX,
  stuck: IconHourglassHigh,
  failing: IconAlertTriangle,
  working: IconPointFilled,
  away: IconCircleDashed,
  finished: IconCheck,
}

/** The one mark of a state: a shape of its own, and a colour. Decorative: the word stands beside it or in the label. */
export function StateMark({ state }: { state: StudentState }) {
  const Mark = MARKS[state]
  return (
    <span className="state-mark" data-state={state} aria-hidden="true">
      <Mark stroke={2.2} />
    </span>
  )
}
