import { CloseButton } from '@mantine/core'
import { IconExternalLink } from '@tabler/icons-react'
import { useEffect, useRef, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { Hint } from './Hint'
import { Notes } from './Notes'
import { Runs } from './Runs'
import { StudentHead } from './StudentHead'
import './student.css'
import './words'

/** One student beside the class: what happened to this one? Escape closes it, and the focus is where it was before. */
export default function StudentPanel({ student, onClose }: { student: string; onClose: () => void }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    panel.current?.focus({ preventScroll: true })
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  const leave = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
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
