import { useRef, type DragEvent, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { useTranslation } from 'react-i18next'
import { movedByKey, type Seat } from './seat-plan'
import { pictureAddress } from './seats'

/** Above this many a seat has the width of a desk, and a name two lines. */
const ROOMY_UP_TO = 60

interface SeatPlanProps {
  readonly plan: RefObject<HTMLDivElement | null>
  readonly seats: readonly Seat[]
  readonly name: (student: string) => string
  readonly picture: { readonly classId: string; readonly version: number } | null
  readonly onMove: (student: string, x: number, y: number) => void
  readonly onRemove: (student: string) => void
}

/** The room from above: seats are dragged, or moved with the arrows. */
export function SeatPlan({ plan, seats, name, picture, onMove, onRemove }: SeatPlanProps) {
  const { t } = useTranslation('settings')
  const drop = (event: DragEvent) => {
    const student = event.dataTransfer.getData('text/plain')
    const place = plan.current && placeIn(plan.current, event)
    if (!student || !place) return
    event.preventDefault()
    onMove(student, place.x, place.y)
  }
  return (
    <div
      ref={plan}
      className="seat-plan"
      data-density={seats.length > ROOMY_UP_TO ? 'dense' : 'roomy'}
      role="group"
      aria-label={t('seats.plan')}
      tabIndex={-1}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      {picture && <img src={pictureAddress(picture.classId, picture.version)} alt="" />}
      <span className="seat-board" aria-hidden="true">
        {t('seats.board')}
      </span>
      {seats.map((seat) => (
        <SeatButton
          key={seat.student}
          plan={plan}
          seat={seat}
          name={name(seat.student)}
          onMove={(x, y) => onMove(seat.student, x, y)}
          onRemove={() => onRemove(seat.student)}
        />
      ))}
    </div>
  )
}

interface SeatButtonProps {
  readonly plan: RefObject<HTMLDivElement | null>
  readonly seat: Seat
  readonly name: string
  readonly onMove: (x: number, y: number) => void
  readonly onRemove: () => void
}

function SeatButton({ plan, seat, name, onMove, onRemove }: SeatButtonProps) {
  const { t } = useTranslation('settings')
  const dragged = useRef<{ x: number; y: number } | null>(null)
  const begin = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    dragged.current = { x: seat.x, y: seat.y }
  }
  const drag = (event: PointerEvent<HTMLElement>) => {
    if (!dragged.current || !plan.current) return
    dragged.current = placeIn(plan.current, event)
    put(event.currentTarget, dragged.current)
  }
  const end = (event: PointerEvent<HTMLElement>, dropped: boolean) => {
    const place = dragged.current
    dragged.current = null
    put(event.currentTarget, seat)
    if (dropped && place && (place.x !== seat.x || place.y !== seat.y)) onMove(place.x, place.y)
  }
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Delete' || event.key === 'Backspace') {
      event.preventDefault()
      onRemove()
      return
    }
    const place = movedByKey(seat, event.key, event.shiftKey)
    if (!place) return
    event.preventDefault()
    onMove(place.x, place.y)
  }
  const { student } = seat
  const words = { name, x: Math.round(seat.x * 100), y: Math.round(seat.y * 100) }
  return (
    <button
      type="button"
      className="seat"
      data-student={student}
      aria-label={t('seats.seat', words)}
      style={{ left: `${seat.x * 100}%`, top: `${seat.y * 100}%` }}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={(event) => end(event, true)}
      onPointerCancel={(event) => end(event, false)}
      onKeyDown={move}
    >
      {name}
    </button>
  )
}

function put(seat: HTMLElement, { x, y }: { x: number; y: number }): void {
  seat.style.left = `${x * 100}%`
  seat.style.top = `${y * 100}%`
}

function placeIn(plan: HTMLElement, at: { clientX: number; clientY: number }): { x: number; y: number } {
  const { left, top, width, height } = plan.getBoundingClientRect()
  return { x: (at.clientX - left) / width, y: (at.clientY - top) / height }
}
