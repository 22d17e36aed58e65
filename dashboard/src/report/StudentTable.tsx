import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useStudentBeside } from '../class-page/use-student-beside'
import { studentName } from '../classroom/words'
import { clockTime } from '../range/zoned'
import { durationInWords } from '../view/figures'
import { SortableTable, type Column } from '../view/SortableTable'
import { Part } from '../view/View'
import type { ReportStudent } from './report'

/** Every student with what they did; any column sorts. */
export function StudentTable({ students }: { students: readonly ReportStudent[] }) {
  const { t } = useTranslation('report')
  const columns = useColumns()
  return (
    <Part title={t('students.title')}>
      <SortableTable
        label={t('students.title')}
        columns={columns}
        rows={students}
        keyOf={({ student }) => student}
        first="name"
      />
    </Part>
  )
}

function useColumns() {
  const { t, i18n } = useTranslation('report')
  const { t: figures } = useTranslation('view')
  const { zone } = useClassEntry()
  const figure = (name: 'runs' | 'errors', value: (student: ReportStudent) => number) => ({
    name,
    label: t(`students.${name}`),
    number: true,
    value,
    show: value,
  })
  const duration = (name: 'active' | 'stuck' | 'wait', value: (student: ReportStudent) => number) => ({
    name,
    label: t(`students.${name}`),
    number: true,
    value,
    show: (student: ReportStudent) => durationInWords(figures, value(student) || null),
  })
  return [
    {
      name: 'name',
      label: t('students.name'),
      head: true,
      value: ({ name }) => name,
      show: (student) => <StudentLink student={student} />,
    },
    {
      name: 'number',
      label: t('students.number'),
      value: ({ studentNumber }) => studentNumber,
      show: ({ studentNumber }) => studentNumber ?? '–',
    },
    {
      name: 'completed',
      label: t('students.completed'),
      number: true,
      value: ({ completed }) => completed,
      show: ({ completed, total }) => (total == null ? completed : `${completed}/${total}`),
    },
    figure('runs', ({ runs }) => runs),
    figure('errors', ({ errors }) => errors),
    duration('active', ({ activeSeconds }) => activeSeconds),
    duration('stuck', ({ stuckSeconds }) => stuckSeconds),
    {
      name: 'help',
      label: t('students.help'),
      number: true,
      value: ({ helpRequests }) => helpRequests,
      show: ({ helpRequests }) => helpRequests || '–',
    },
    duration('wait', ({ helpWaitSeconds }) => helpWaitSeconds),
    {
      name: 'finished',
      label: t('students.finished'),
      number: true,
      value: ({ finishedAt }) => finishedAt,
      show: ({ finishedAt }) => (finishedAt == null ? '–' : clockTime(finishedAt, zone, i18n.language)),
    },
  ] as const satisfies readonly Column<ReportStudent>[]
}

function StudentLink({ student: { student, name } }: { student: ReportStudent }) {
  const { t } = useTranslation()
  const { open } = useStudentBeside()
  return (
    <button type="button" className="link-button" onClick={() => open(student)}>
      {studentName(t, { student, name: name ?? null })}
    </button>
  )
}
