import type { TFunction } from 'i18next'
import { memo } from 'react'
import { cellName, progressInWords, runsInWords, studentName } from '../classroom/words'
import { RunMarks } from './RunMarks'
import { StateMark } from './StateMark'
import { TileStory } from './TileStory'
import { useClassView } from '../class-page/class-view'

/** The tooltip of the grid; it describes whichever tile it is shown for. */
export const TILE_TOOLTIP_ID = 'tile-reason'

interface TileProps {
  readonly t: TFunction
  readonly student: string
  /** Whether this student is beside the class. */
  readonly beside: boolean
  /** Whether the Tab key stops here. */
  readonly reachable: boolean
  /** Whether there is room for what happened last, in words. */
  readonly spacious?: boolean
  /** Its place in a plan of the room. */
  readonly at?: { readonly left: string; readonly top: string }
}

/**
 * One student: name, where, progress, last ten runs, state. Rendered again only when this student changes. What is the same
 * for all tiles comes from around them: there are 200.
 */
export const Tile = memo(function Tile({
  t,
  student: key,
  beside,
  reachable,
  spacious = false,
  at,
}: TileProps) {
  const student = useClassView((view) => view.students.get(key))
  if (!student) return null
  const name = studentName(t, student)
  const where = cellName(t, student.cellIndex)
  const completed = student.completed ?? 0
  const share = student.total ? Math.min(1, completed / student.total) : null
  return (
    <li style={at}>
      <button
        type="button"
        className="tile"
        data-student={key}
        data-state={student.state}
        data-beside={beside}
        tabIndex={reachable ? 0 : -1}
        aria-describedby={TILE_TOOLTIP_ID}
      >
        <span className="tile-head">
          <StateMark state={student.state} />
          <span className="tile-name">
            {name}
            <span className="visually-hidden">, {t(`state.${student.state}`)}, </span>
          </span>
          <span className="tile-where">{where}</span>
        </span>
        <span className="tile-work">
          <span className="bar" data-open={share === null}>
            <span className="bar-fill" style={{ transform: `scaleX(${share ?? 0})` }} />
          </span>
          <span className="tile-count" aria-hidden="true">
            {student.total === null ? completed : `${completed}/${student.total}`}
          </span>
          <RunMarks runs={student.recentRuns} />
          <span className="visually-hidden">
            , {progressInWords(t, student)}, {runsInWords(t, student)}
          </span>
        </span>
        {spacious && <TileStory t={t} student={student} />}
      </button>
    </li>
  )
})
