import { useTranslation } from 'react-i18next'
import { Link, useParams } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { Hint } from './Hint'
import { Notes } from './Notes'
import { Runs } from './Runs'
import { StudentHead } from './StudentHead'
import './student.css'
import './words'

/** One student as a page of its own: the whole timeline, with notes and hints beside it. */
export function StudentPage() {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const { student = '' } = useParams()
  return (
    <main className="view student-page">
      <Link className="link-button" to={`/classes/${id}`}>
        {t('back')}
      </Link>
      <StudentHead student={student} level="h2" />
      <div className="student-columns">
        <Runs student={student} />
        <div className="student-side">
          <Hint student={student} />
          <Notes student={student} />
        </div>
      </div>
    </main>
  )
}
