import type { SeatPlan } from '../classroom/people'
import { useTranslation } from 'react-i18next'
import { useStudentBeside } from '../class-page/use-student-beside'
import { Tile } from './Tile'
import { Tiles } from './Tiles'
import { useTabStop } from './tile-grid'

interface RoomProps {
  readonly order: readonly string[]
  readonly seats: SeatPlan['seats']
  /** The address of the picture of the room. */
  readonly picture: string | null
}

/** The class as it sits: to know where to walk. Who has no seat stands below. */
export function Room({ order, seats, picture }: RoomProps) {
  const { t } = useTranslation()
  const tabStop = useTabStop()
  const { student: beside } = useStudentBeside()
  const shown = new Set(order)
  const seated = seats.filter(({ student }) => shown.has(student))
  const withSeat = new Set(seated.map(({ student }) => student))
  const rest = order.filter((key) => !withSeat.has(key))
  return (
    <>
      <div className="room">
        {picture && <img src={picture} alt="" className="room-picture" />}
        <ul
          className="room-seats"
          aria-label={t('tiles.label')}
          data-density={seated.length > 60 ? 'dense' : 'roomy'}
        >
          {seated.map(({ student, x, y }) => (
            <Tile
              key={student}
              t={t}
              student={student}
              beside={student === beside}
              reachable={student === tabStop}
              at={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            />
          ))}
        </ul>
      </div>
      <p className="room-front">{t('room.front')}</p>
      {rest.length > 0 && <Tiles order={rest} of={order.length} />}
    </>
  )
}
