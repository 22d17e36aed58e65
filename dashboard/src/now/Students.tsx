import { useLocalStorage } from '@mantine/hooks'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notHereYet } from '../classroom/people'
import { SORTS, type Sort } from '../classroom/tile-order'
import { useClassView } from '../class-page/class-view'
import { usePeople, useSeats } from '../class-page/people'
import type { StudentState } from '../live/frames'
import { NotHere } from './NotHere'
import { PaceBar } from './PaceBar'
import { Room } from './Room'
import { StateCounts } from './StateCounts'
import { Teams } from './Teams'
import { TileGrid } from './TileGrid'
import { Toolbar } from './Toolbar'
import { useArrangement } from './use-arrangement'
import { useHold } from './use-hold'

/** The students of the class: counted, sorted, searched, shown; and where the class is. */
export function Students() {
  const { t, i18n } = useTranslation()
  const people = usePeople()
  const seats = useSeats()
  const students = useClassView((view) => view.students)
  const offered = useMemo(() => sortsFor([...people.values()], seats !== null), [people, seats])
  const [kept, setSort] = useLocalStorage<Sort>({ key: 'cell-monitor-sort', defaultValue: 'need' })
  const sort = offered.includes(kept) ? kept : 'need'
  const [search, setSearch] = useState('')
  const [state, setState] = useState<StudentState | null>(null)
  const { held, handlers } = useHold()
  const order = useArrangement({ sort, search, state, language: i18n.language, people }, held)
  const missing = useMemo(
    () => notHereYet(people.values(), students, i18n.language),
    [people, students, i18n.language],
  )
  const moves = sort === 'need' || sort === 'team'
  return (
    <main className="students">
      <StateCounts chosen={state} onChosen={setState} missing={missing.length} />
      <Toolbar
        sort={sort}
        offered={offered}
        onSort={setSort}
        search={search}
        onSearch={setSearch}
        held={held && moves}
      />
      <TileGrid order={order} held={handlers}>
        {order.length === 0 ? (
          <p className="students-none" role="status">
            {search === '' ? t('tiles.nobodyInState') : t('tiles.nobodyFound', { search })}
          </p>
        ) : sort === 'seat' && seats ? (
          <Room order={order} seats={seats.seats} picture={seats.picture} />
        ) : (
          <Teams order={order} people={people} grouped={sort === 'team'} />
        )}
      </TileGrid>
      <NotHere people={missing} />
      <PaceBar />
    </main>
  )
}

/** The orders that the class has words for. */
function sortsFor(
  people: readonly { reading: unknown; studentNumber: unknown; team: unknown }[],
  seats: boolean,
) {
  return SORTS.filter((sort) => {
    if (sort === 'reading') return people.some(({ reading }) => reading !== null)
    if (sort === 'number') return people.some(({ studentNumber }) => studentNumber !== null)
    if (sort === 'team') return people.some(({ team }) => team !== null)
    return sort !== 'seat' || seats
  })
}
