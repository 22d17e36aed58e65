import { Tooltip } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { progressInWords, reasonInWords, runsInWords, studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { TILE_TOOLTIP_ID } from './Tile'

/** The reason in words, beside the tile that is pointed at or has the focus. One for the whole grid. */
export function TileTooltip({ tile }: { tile: HTMLElement }) {
  const { t } = useTranslation()
  const key = tile.dataset['student'] ?? ''
  const student = useClassView((view) => view.students.get(key))
  const now = useClassView((view) => view.now)
  if (!student) return null
  const state = t(`state.${student.state}`)
  const reason = reasonInWords(t, student, now)
  const counts = { executions: student.executions, errors: student.errors }
  const label = (
    <span className="tile-tooltip" id={TILE_TOOLTIP_ID}>
      <span>
        {studentName(t, student)} · {state}
      </span>
      {reason !== state && <span className="tile-tooltip-reason">{reason}</span>}
      <span>{progressInWords(t, student)}</span>
      <span>{runsInWords(t, student)}</span>
      <span>{t('today', counts)}</span>
      {student.notebookPath && <span>{student.notebookPath}</span>}
    </span>
  )
  return (
    <Tooltip
      target={tile}
      opened
      label={label}
      position="bottom-start"
      multiline
      interactive
      withArrow
      transitionProps={{ duration: 0 }}
    />
  )
}
