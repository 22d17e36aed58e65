import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { useSearchParams } from 'react-router'

const StudentPanel = lazy(() => import('../student/StudentPanel'))

/** The student that the address names (`?student=`), beside the view and not instead of it. */
export function StudentBeside() {
  const { t } = useTranslation()
  const { student, close } = useStudentBeside()
  if (student === null) return null
  return (
    <Suspense fallback={<p role="status">{t('loading')}</p>}>
      <StudentPanel key={student} student={student} onClose={close} />
    </Suspense>
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
