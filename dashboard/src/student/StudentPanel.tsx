import { CloseButton } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { useFocusInside } from '../frame/use-focus-inside'
import { Hint } from './Hint'
import { Notes } from './Notes'
import { Runs } from './Runs'
import { StudentHead } from './StudentHead'
import './student.css'
import './words'

/** One student beside the class: what happened to this one? Escape closes it, and the focus is where it was before, unless it is elsewhere by then. */
export default function StudentPanel({ student, onClose }: { student: string; onClose: () => void }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const panel = useFocusInside<HTMLElement>()
  const leave = (event: KeyboardEvent) => {
    // While a Japanese word is being composed, Escape belongs to it.
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
    event.preventDefault()
    onClose()
  }
  return (
    <aside
      ref={panel}
      className="student-panel"
      aria-label={t('panel')}
      tabIndex={-1}
      onKeyDown={leave}
      data-student-panel={student}
    >
      <div className="student-panel-bar">
        <Link to={`/classes/${id}/students/${student}`} className="student-page-link">
          <IconExternalLink size="1rem" aria-hidden="true" /> {t('page')}
        </Link>
        <CloseButton aria-label={t('close')} onClick={onClose} />
      </div>
      <StudentHead student={student} level="h2" />
      <Hint student={student} />
      <Runs student={student} />
      <Notes student={student} />
    </aside>
  )
}
