import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Person } from '../classroom/people'
import { needsSomebody } from '../classroom/urgency'
import { useClassView } from '../class-page/class-view'
import { Tiles } from './Tiles'

/** A class of up to so many has large tiles, whatever is searched for in it. */
const SPACIOUS_UP_TO = 12

interface TeamsProps {
  readonly order: readonly string[]
  readonly people: ReadonlyMap<string, Person>
  /** Whether the tiles stand by team. */
  readonly grouped: boolean
}

/** The tiles: all together, or team by team with how many in it need somebody. */
export function Teams({ order, people, grouped }: TeamsProps) {
  const { t, i18n } = useTranslation()
  const students = useClassView((view) => view.students)
  const teams = useMemo(() => teamsOf(order, people, i18n.language), [order, people, i18n.language])
  const dense = order.length
  const spacious = students.size <= SPACIOUS_UP_TO
  if (!grouped) return <Tiles order={order} of={dense} spacious={spacious} />
  return teams.map(([team, members]) => {
    const needing = members.filter((key) => needsSomebody(students.get(key)?.state ?? 'working')).length
    return (
      <section key={team} className="team" aria-label={team || t('teams.none')}>
        <h2>
          {team || t('teams.none')} <span>{t('toolbar.students', { count: members.length })}</span>
          {needing > 0 && <strong> {t('teams.needing', { count: needing })}</strong>}
        </h2>
        <Tiles order={members} of={dense} spacious={spacious} />
      </section>
    )
  })
}

/** Teams by name, with whoever has none last; within a team the order stays. */
function teamsOf(order: readonly string[], people: ReadonlyMap<string, Person>, language: string) {
  const teams = new Map<string, string[]>()
  for (const key of order) {
    const team = people.get(key)?.team ?? ''
    const members = teams.get(team)
    if (members) members.push(key)
    else teams.set(team, [key])
  }
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...teams].sort(([left], [right]) =>
    left === '' || right === '' ? right.length - left.length : compare(left, right),
  )
}
