import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { answerOf } from '../api/answer'
import { client } from '../api/client'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import { progressInWords, reasonInWords } from '../classroom/words'
import type { Student } from '../live/frames'
import { StateMark } from '../now/StateMark'
import { clockTime } from '../range/zoned'

/** Everybody of the class, also those who are not here. */
function useClassStudents(classId: string) {
  return useQuery({
    queryKey: ['students', classId],
    queryFn: async () => {
      const path = { id: classId }
      const { students } = await answerOf(client.GET('/api/v1/classes/{id}/students', { params: { path } }))
      return students
    },
    staleTime: 60_000,
  })
}

/** Who it is, what the roster knows, and how they are doing now, with the reason in words. */
export function StudentHead({ student, level: Level }: { student: string; level: 'h2' | 'h3' }) {
  const { t } = useTranslation('student')
  const { id } = useClassEntry()
  const listed = useClassStudents(id).data?.find((one) => one.student === student)
  const live = useClassView((view) => view.students.get(student))
  const name = live?.name ?? listed?.name ?? t('unknown', { mark: student.slice(0, 4) })
  const details = [
    listed?.reading,
    listed?.studentNumber && t('number', { number: listed.studentNumber }),
    listed?.team && t('team', { team: listed.team }),
  ].filter((detail) => detail != null && detail !== '')
  return (
    <header className="student-head">
      <Level>{name}</Level>
      {details.length > 0 && <p className="quiet">{details.join(' · ')}</p>}
      {live ? <NowLine student={live} /> : <p>{t('notHere')}</p>}
    </header>
  )
}

function NowLine({ student }: { student: Student }) {
  const { t, i18n } = useTranslation('student')
  const { t: words } = useTranslation()
  const { zone } = useClassEntry()
  const now = useClassView((view) => view.now)
  const asking = useClassView((view) =>
    [...view.help.values()].find((help) => help.student === student.student),
  )
  const state = words(`state.${student.state}`)
  const reason = reasonInWords(words, student, now)
  return (
    <>
      <p className="student-now">
        <StateMark state={student.state} />
        <span>
          <strong>{state}</strong>
          {reason !== state && `: ${reason}`}
        </span>
      </p>
      {asking && (
        <p className="student-asks">
          {t('asks', { time: clockTime(asking.since, zone, i18n.language) })}
          {asking.message && <q>{asking.message}</q>}
        </p>
      )}
      <p className="quiet">
        {t('today', { executions: student.executions, errors: student.errors })} ·{' '}
        {progressInWords(words, student)}
      </p>
    </>
  )
}
