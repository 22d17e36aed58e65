import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useStudentBeside } from '../class-page/StudentBeside'
import { studentName } from '../classroom/words'
import { clockTime } from '../range/zoned'
import { durationInWords } from '../view/figures'
import { SortHead } from '../view/SortHead'
import { sorted, useSorting, type Value } from '../view/sorting'
import { Part } from '../view/View'
import type { ReportStudent } from './report'

const VALUES = {
  name: ({ name }) => name,
  number: ({ studentNumber }) => studentNumber,
  completed: ({ completed }) => completed,
  runs: ({ runs }) => runs,
  errors: ({ errors }) => errors,
  active: ({ activeSeconds }) => activeSeconds,
  stuck: ({ stuckSeconds }) => stuckSeconds,
  help: ({ helpRequests }) => helpRequests,
  wait: ({ helpWaitSeconds }) => helpWaitSeconds,
  finished: ({ finishedAt }) => finishedAt,
} satisfies Record<string, (student: ReportStudent) => Value>
type Column = keyof typeof VALUES
const COLUMNS = Object.keys(VALUES) as Column[]
const WORDS: ReadonlySet<Column> = new Set(['name', 'number'])

/** Every student with what they did; any column sorts. */
export function StudentTable({ students }: { students: readonly ReportStudent[] }) {
  const { t, i18n } = useTranslation('report')
  const { sorting, choose } = useSorting<Column>({ column: 'name', descending: false })
  const rows = sorted(students, VALUES[sorting.column], sorting.descending, i18n.language)
  return (
    <Part title={t('students.title')}>
      <div className="figures-frame" tabIndex={0} role="region" aria-label={t('students.title')}>
        <table className="figures">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <SortHead
                  key={column}
                  column={column}
                  label={t(`students.${column}`)}
                  number={!WORDS.has(column)}
                  sorting={sorting}
                  onChoose={choose}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((student) => (
              <StudentRow key={student.student} student={student} />
            ))}
          </tbody>
        </table>
      </div>
    </Part>
  )
}

function StudentRow({ student }: { student: ReportStudent }) {
  const { t, i18n } = useTranslation()
  const { t: figures } = useTranslation('view')
  const { zone } = useClassEntry()
  const { open } = useStudentBeside()
  const { student: key, studentNumber, completed, total, runs, errors, finishedAt } = student
  const duration = (seconds: number | null | undefined) => (
    <td className="number">{seconds ? durationInWords(figures, seconds) : '–'}</td>
  )
  return (
    <tr>
      <th scope="row">
        <button type="button" className="link-button" onClick={() => open(key)}>
          {studentName(t, { student: key, name: student.name ?? null })}
        </button>
      </th>
      <td>{studentNumber ?? '–'}</td>
      <td className="number">{total == null ? completed : `${completed}/${total}`}</td>
      <td className="number">{runs}</td>
      <td className="number">{errors}</td>
      {duration(student.activeSeconds)}
      {duration(student.stuckSeconds)}
      <td className="number">{student.helpRequests || '–'}</td>
      {duration(student.helpWaitSeconds)}
      <td className="number">{finishedAt == null ? '–' : clockTime(finishedAt, zone, i18n.language)}</td>
    </tr>
  )
}
