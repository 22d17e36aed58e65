import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useUndo } from '../class-page/undo'
import { useSetStudent, type ClassStudent } from './students'

/** What of a student is changed on the roster itself. */
export interface Details {
  readonly reading: string
  readonly team: string
}

/** What is typed in the roster, by student, until it is stored. */
export type Edits = ReadonlyMap<string, Partial<Details>>

/** The roster's fields: as typed, else as stored. A change is stored when its field is left, and can be taken back. */
export function useRosterEdits(classId: string) {
  const { t } = useTranslation('settings')
  const { done } = useUndo()
  const save = useSetStudent(classId)
  const [edits, setEdits] = useState<Edits>(new Map())
  const type = ({ student }: ClassStudent, change: Partial<Details>) =>
    setEdits((before) => new Map(before).set(student, { ...before.get(student), ...change }))
  const store = (before: ClassStudent) => {
    const { student } = before
    const wanted = trimmed(detailsOf(before, edits))
    const stored = detailsOf(before, new Map())
    if (same(wanted, stored) || (save.isPending && isOf(save.variables, student, wanted))) return
    const name = before.name ?? t('roster.unnamed', { mark: student.slice(0, 4) })
    const settled = () => {
      setEdits((now) => withoutStored(now, student, wanted))
      const undo = () => save.mutate({ student, ...stored })
      done({ key: `roster ${student}`, text: t('roster.saved', { name }), undo })
    }
    // What failed stays typed, and is said by whoever shows `save`.
    save.mutateAsync({ student, ...wanted }).then(settled, () => undefined)
  }
  return { detailsOf: (student: ClassStudent) => detailsOf(student, edits), type, store, save }
}

function detailsOf({ student, reading, team }: ClassStudent, edits: Edits): Details {
  return { reading: reading ?? '', team: team ?? '', ...edits.get(student) }
}

function trimmed({ reading, team }: Details): Details {
  return { reading: reading.trim(), team: team.trim() }
}

function same(left: Details, right: Details): boolean {
  return left.reading === right.reading && left.team === right.team
}

/** Whether what is on its way says the same: Enter stores, and then the field is left. */
function isOf(sent: Details & { student: string }, student: string, wanted: Details): boolean {
  return sent.student === student && same(sent, wanted)
}

/** What was typed since it was sent stays typed. */
export function withoutStored(edits: Edits, student: string, stored: Details): Edits {
  const typed = edits.get(student)
  if (!typed) return edits
  const rest: Partial<Details> = {
    ...(typed.reading !== undefined && typed.reading.trim() !== stored.reading && { reading: typed.reading }),
    ...(typed.team !== undefined && typed.team.trim() !== stored.team && { team: typed.team }),
  }
  return new Map(edits).set(student, rest)
}
