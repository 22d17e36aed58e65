import { useTranslation } from 'react-i18next'
import type { Person } from '../classroom/people'

/** Who is on the roster and has run nothing today. */
export function NotHere({ people }: { people: readonly Person[] }) {
  const { t } = useTranslation()
  if (people.length === 0) return null
  return (
    <section id="not-here" className="not-here" aria-labelledby="not-here-title" tabIndex={-1}>
      <h2 id="not-here-title">{t('notHere.title', { count: people.length })}</h2>
      <ul>
        {people.map(({ student, name, studentNumber }) => (
          <li key={student}>
            {name ?? studentNumber ?? t('student.unnamed', { mark: student.slice(0, 4) })}
          </li>
        ))}
      </ul>
    </section>
  )
}
