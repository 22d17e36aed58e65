import { useTranslation } from 'react-i18next'
import { PartWaiting } from '../frame/PartWaiting'
import { usePart } from '../frame/use-part'
import { STUDENT_PANEL } from './later-parts'
import { useStudentBeside } from './use-student-beside'

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
