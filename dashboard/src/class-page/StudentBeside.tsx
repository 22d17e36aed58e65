import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'
import { PartWaiting } from '../frame/PartWaiting'
import { usePart } from '../frame/use-part'
import { STUDENT_PANEL } from './later-parts'

/** The student that the address names (`?student=`), beside the view and not instead of it. */
export function StudentBeside() {
  const { t } = useTranslation()
  const { student, close } = useStudentBeside()
  const panel = usePart(STUDENT_PANEL.name, STUDENT_PANEL.load, student !== null)
  if (student === null) return null
  if (panel.data) return <panel.data.default key={student} student={student} onClose={close} />
  return (
    <aside className="part-waiting" aria-label={t('student.beside')}>
      <PartWaiting part={panel} />
    </aside>
  )
}

/** Which student is beside the view; opening and closing changes the address, so that the browser's way back works. */
export function useStudentBeside() {
  const [parameters, setParameters] = useSearchParams()
  const show = (student: string | null) =>
    setParameters((now) => {
      const next = new URLSearchParams(now)
      if (student === null) next.delete('student')
      else next.set('student', student)
      return next
    })
  return { student: parameters.get('student'), open: show, close: () => show(null) }
}
