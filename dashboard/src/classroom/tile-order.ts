import type { Student, StudentState } from '../live/frames'
import type { Person } from './people'
import { byNeed } from './urgency'

/** By seat and by team are ways to lay the tiles out, too. */
export const SORTS = ['need', 'name', 'reading', 'number', 'team', 'seat'] as const
export type Sort = (typeof SORTS)[number]

/** Tiles move to their new places no more often than this, milliseconds. */
export const RESORT_EVERY_MS = 4000

/** Which students are shown, and in which order. */
export interface Choice {
  readonly sort: Sort
  readonly search: string
  /** Only those in this state; null: all. */
  readonly state: StudentState | null
  readonly language: string
  /** What the roster says of the students, by student. */
  readonly people: ReadonlyMap<string, Person>
}

/** The students that the choice leaves, in its order at `now` (server's time), as their keys. */
export function sortedTiles(students: Iterable<Student>, choice: Choice, now = Date.now()): string[] {
  const found = [...students].filter((student) => matches(student, choice))
  const order = choice.sort === 'need' || choice.sort === 'team' ? byNeed(now) : byWords(choice)
  return found.sort(order).map((student) => student.student)
}

/** The order held still: nobody moves, who is gone leaves, who is new comes last. */
export function heldTiles(held: readonly string[], wanted: readonly string[]): readonly string[] {
  const present = new Set(wanted)
  const known = new Set(held)
  const kept = held.filter((key) => present.has(key))
  const added = wanted.filter((key) => !known.has(key))
  return kept.length === held.length && added.length === 0 ? held : [...kept, ...added]
}

/** Who has no reading or number comes after those who have. */
function byWords({ sort, language, people }: Choice) {
  const { compare } = new Intl.Collator(language, { numeric: true })
  const words = ({ student, name }: Student) => {
    const person = people.get(student)
    if (sort === 'reading') return person?.reading ?? `\uffff${name ?? ''}`
    if (sort === 'number') return person?.studentNumber ?? `\uffff${name ?? ''}`
    return name ?? ''
  }
  return (left: Student, right: Student) =>
    compare(words(left), words(right)) || left.student.localeCompare(right.student)
}

/** Upper and lower case, full and half width count as the same. */
function matches(student: Student, { search, state, people }: Choice): boolean {
  if (state !== null && student.state !== state) return false
  const wanted = plain(search)
  const person = people.get(student.student)
  const words = [student.name, person?.reading, person?.studentNumber, person?.team]
  return wanted === '' || words.some((text) => plain(text ?? '').includes(wanted))
}

function plain(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, '')
}
