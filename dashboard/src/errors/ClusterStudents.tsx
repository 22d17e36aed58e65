import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { studentName } from '../classroom/words'
import { useClassView } from '../class-page/class-view'
import { useStudentBeside } from '../class-page/use-student-beside'
import type { Cluster } from '../live/class-frames'
import { StateMark } from '../now/StateMark'

interface ClusterStudentsProps {
  readonly cluster: Cluster
  readonly onHint: (student: string, name: string) => void
}

/** Who is in it now; a click opens the student beside. */
export function ClusterStudents({ cluster, onHint }: ClusterStudentsProps) {
  const { t } = useTranslation('errors')
  const common = useTranslation().t
  const students = useClassView((view) => view.students)
  const { open } = useStudentBeside()
  if (cluster.students.length === 0) return <p>{t('nobodyNow')}</p>
  return (
    <section aria-label={t('inIt')}>
      <h3>{t('inIt')}</h3>
      <ul className="cluster-students">
        {cluster.students.map((key) => {
          const student = students.get(key)
          const name = studentName(common, student ?? { student: key, name: null })
          return (
            <li key={key} data-state={student?.state}>
              {student && <StateMark state={student.state} />}
              <button type="button" onClick={() => open(key)}>
                {name}
                {student && <span className="visually-hidden">, {common(`state.${student.state}`)}</span>}
              </button>
              <Button
                size="compact-xs"
                variant="default"
                aria-label={common('hint.toOne', { name })}
                onClick={() => onHint(key, name)}
              >
                {common('hint.short')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
