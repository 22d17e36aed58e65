import type { TFunction } from 'i18next'
import { lastRunInWords, reasonInWords } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import type { Student } from '../live/frames'

/** What a tile of a small class has room for: why the student is in this state, and what the last run came to. */
export function TileStory({ t, student }: { t: TFunction; student: Student }) {
  const reason = useClassView((view) => reasonInWords(t, student, view.now))
  const last = lastRunInWords(t, student)
  return (
    <span className="tile-story">
      <span className="visually-hidden">, </span>
      {student.state !== 'working' && <span className="tile-reason">{reason}</span>}
      {last !== null && (
        <span className="tile-last" data-failed={student.recentRuns.at(-1)?.hasError}>
          {last}
        </span>
      )}
    </span>
  )
}
