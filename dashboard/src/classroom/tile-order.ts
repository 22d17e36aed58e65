import type { Student } from '../live/frames'
import { byNeed } from './urgency'

export type Sort = 'need' | 'name'

/** Tiles move to their new places no more often than this, milliseconds. */
export const RESORT_EVERY_MS = 4000

/** The students that the search leaves, in the order of the sort, as their keys. */
export function sortedTiles(
  students: Iterable<Student>,
  sort: Sort,
  search: string,
  language: string,
): string[] {
  const found = [...students].filter((student) => matches(student, search))
  if (sort === 'need') return found.sort(byNeed).map((student) => student.student)
  const { compare } = new Intl.Collator(language, { numeric: true })
  return found
    .sort(
      (left, right) =>
        compare(left.name ?? '', right.name ?? '') || left.student.localeCompare(right.student),
    )
    .map((student) => student.student)
}

/** The order held still: nobody moves, who is gone leaves, who is new comes last. */
export function heldTiles(held: readonly string[], wanted: readonly string[]): readonly string[] {
  const present = new Set(wanted)
  const known = new Set(held)
  const kept = held.filter((key) => present.has(key))
  const added = wanted.filter((key) => !known.has(key))
  return kept.length === held.length && added.length === 0 ? held : [...kept, ...added]
}

/** Upper and lower case, full and half width count as the same. */
function matches(student: Student, search: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').toLocaleLowerCase().replace(/\s+/g, '')
  return plain(student.name ?? '').includes(plain(search))
}
