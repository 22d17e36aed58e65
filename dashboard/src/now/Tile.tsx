import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { cellName, progressInWords, runsInWords, studentName } from '../classroom/words'
import { RunMarks } from './RunMarks'
import { StateMark } from './StateMark'
import { useClassView } from '../class-page/class-view'

/** The tooltip of the grid; it describes whichever tile it is shown for. */
export const TILE_TOOLTIP_ID = 'tile-reason'

/** One student: name, where, progress, last ten runs, state. Rendered again only when this student changes. */
export const Tile = memo(function Tile({ student: key, reachable }: { student: string; reachable: boolean }) {
  const { t } = useTranslation()
  const student = useClassView((view) => view.students.get(key))
  if (!student) return null
  const name = studentName(t, student)
  const where = cellName(t, student.cellIndex)
  const completed = student.completed ?? 0
  const share = student.total ? Math.min(1, completed / student.total) : null
  const label = [
    name,
    t(`state.${student.state}`),
    where,
    progressInWords(t, student),
    runsInWords(t, student),
  ]
  return (
    <li
      className="tile"
      data-student={key}
      data-state={student.state}
      tabIndex={reachable ? 0 : -1}
      aria-label={label.filter(Boolean).join(', ')}
      aria-describedby={TILE_TOOLTIP_ID}
    >
      <span className="tile-head">
        <StateMark state={student.state} />
        <span className="tile-name">{name}</span>
        <span className="tile-where">{where}</span>
      </span>
      <span className="tile-work">
        <span className="bar" data-open={share === null}>
          <span className="bar-fill" style={{ transform: `scaleX(${share ?? 0})` }} />
        </span>
        <span className="tile-count">
          {student.total === null ? completed : `${completed}/${student.total}`}
        </span>
        <RunMarks runs={student.recentRuns} />
      </span>
    </li>
  )
})
