import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import { Outcome } from '../view/Outcome'
import { SeatPicture } from './SeatPicture'
import { SeatPlan } from './SeatPlan'
import { freePlace, inRows, placed, without, type Seat } from './seat-plan'
import { usePlan } from './use-plan'
import type { ClassStudent } from './students'

interface SeatEditorProps {
  readonly students: readonly ClassStudent[]
  readonly stored: readonly Seat[]
  readonly picture: boolean
}

/** The plan of the room, who is not on it yet, and what can be done with all of them. */
export function SeatEditor({ students, stored, picture }: SeatEditorProps) {
  const { t } = useTranslation('settings')
  const { id } = useClassEntry()
  const { seats, change, undo, undoable, save } = usePlan(id, stored)
  const [said, setSaid] = useState('')
  const [version, setVersion] = useState(0)
  const plan = useRef<HTMLDivElement>(null)
  const names = new Map(students.map((student) => [student.student, nameOf(student)]))
  const name = (student: string) => names.get(student) ?? student.slice(0, 4)
  const waiting = students.filter(({ student }) => !seats.some((seat) => seat.student === student))

  const move = (student: string, x: number, y: number) => {
    const next = placed(seats, student, x, y)
    const seat = next.find((one) => one.student === student)
    change(next)
    setSaid(t('seats.moved', { name: name(student), x: percentOf(seat?.x), y: percentOf(seat?.y) }))
  }
  const remove = (student: string) => {
    change(without(seats, student))
    setSaid(t('seats.off', { name: name(student) }))
    plan.current?.focus()
  }
  const [placedLast, setPlacedLast] = useState<{ student: string } | null>(null)
  const place = (student: string) => {
    const { x, y } = freePlace(seats)
    move(student, x, y)
    setPlacedLast({ student })
  }
  // Whose button is gone from the list is found again on the plan.
  useEffect(() => {
    if (placedLast === null) return
    const seat = `[data-student="${CSS.escape(placedLast.student)}"]`
    plan.current?.querySelector<HTMLElement>(seat)?.focus()
  }, [placedLast])
  const undoByKey = (event: KeyboardEvent) => {
    if (!undoable || event.key !== 'z' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    undo()
  }
  return (
    <div className="seat-editor" onKeyDown={undoByKey}>
      <div className="settings-actions">
        <Button variant="default" onClick={() => change(inRows(inOrder(students)))}>
          {t('seats.rows')}
        </Button>
        <Button variant="default" disabled={seats.length === 0} onClick={() => change([])}>
          {t('seats.clear')}
        </Button>
        <Button variant="default" disabled={!undoable} onClick={undo}>
          {t('seats.undo')}
        </Button>
        {save.isPending ? <span role="status">{t('seats.saving')}</span> : <Outcome of={save} />}
      </div>
      <div className="seat-frame">
        <SeatPlan
          plan={plan}
          seats={seats}
          name={name}
          picture={picture ? { classId: id, version } : null}
          onMove={move}
          onRemove={remove}
        />
      </div>
      <WaitingList waiting={waiting} onPlace={place} />
      <SeatPicture has={picture} onChanged={() => setVersion(version + 1)} />
      <p className="for-readers" role="status">
        {said}
      </p>
    </div>
  )

  function nameOf(student: ClassStudent): string {
    return student.name ?? t('roster.unnamed', { mark: student.student.slice(0, 4) })
  }
}

interface WaitingListProps {
  readonly waiting: readonly ClassStudent[]
  readonly onPlace: (student: string) => void
}

function WaitingList({ waiting, onPlace }: WaitingListProps) {
  const { t } = useTranslation('settings')
  return (
    <section className="seat-waiting" aria-label={t('seats.waiting')}>
      <h4>{t('seats.waiting')}</h4>
      {waiting.length === 0 && <p className="quiet">{t('seats.waitingNone')}</p>}
      <ul>
        {waiting.map(({ student, name }) => (
          <li key={student}>
            <button
              type="button"
              className="seat-chip"
              draggable
              onDragStart={(event) => event.dataTransfer.setData('text/plain', student)}
              onClick={() => onPlace(student)}
            >
              {name ?? t('roster.unnamed', { mark: student.slice(0, 4) })}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** By team, then by number, then by name. */
function inOrder(students: readonly ClassStudent[]): string[] {
  const key = ({ team, studentNumber, name }: ClassStudent) =>
    [team ?? '\uffff', studentNumber ?? '\uffff', name ?? ''].join('\u0000')
  const { compare } = new Intl.Collator(undefined, { numeric: true })
  return students.toSorted((left, right) => compare(key(left), key(right))).map(({ student }) => student)
}

function percentOf(share: number | undefined): number {
  return Math.round((share ?? 0) * 100)
}
