import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { useClassView } from '../class-page/class-view'
import type { Person } from '../classroom/people'
import { stateCounts } from '../classroom/state-counts'
import { sortedTiles } from '../classroom/tile-order'
import { StateMark } from '../now/StateMark'
import { TileGrid } from '../now/TileGrid'
import { Tiles } from '../now/Tiles'
import { clockTime } from '../range/zoned'

const NOBODY: ReadonlyMap<string, Person> = new Map()
const nothing = () => undefined
/** Nothing moves by itself here. */
const NOT_HELD = { onPointerEnter: nothing, onPointerLeave: nothing, onFocus: nothing, onBlur: nothing }

/** The tiles of the class at a moment, by name: places stay while time moves. */
export function ReplayClass() {
  const { t, i18n } = useTranslation('time')
  const { t: words } = useTranslation()
  const { zone } = useClassEntry()
  const students = useClassView((view) => view.students)
  const at = useClassView((view) => view.now)
  const order = useMemo(
    () =>
      sortedTiles(students.values(), {
        sort: 'name',
        search: '',
        state: null,
        language: i18n.language,
        people: NOBODY,
      }),
    [students, i18n.language],
  )
  const counts = useMemo(() => stateCounts(students.values()), [students])
  if (order.length === 0) return <p>{t('replay.nobody', { time: clockTime(at, zone, i18n.language) })}</p>
  return (
    <>
      <ul className="replay-counts">
        {counts.map(({ state, count }) => (
          <li key={state}>
            <StateMark state={state} /> <strong>{count}</strong> {words(`state.${state}`)}
          </li>
        ))}
      </ul>
      <TileGrid order={order} held={NOT_HELD}>
        <Tiles order={order} of={order.length} />
      </TileGrid>
    </>
  )
}
