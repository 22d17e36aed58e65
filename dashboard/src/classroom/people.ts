import * as v from 'valibot'
import type { Student } from '../live/frames'

const maybe = v.optional(v.nullable(v.string()), null)

/** Everybody of the class, whether they are here or not (`GET students`). */
export const People = v.object({
  students: v.array(
    v.object({
      student: v.string(),
      name: maybe,
      reading: maybe,
      studentNumber: maybe,
      team: maybe,
      joined: v.optional(v.boolean(), false),
    }),
  ),
})
export type Person = v.InferOutput<typeof People>['students'][number]

/** Where students sit, from the left and from the front, 0 to 1 (`GET seats`). */
export const SeatPlan = v.object({
  seats: v.array(v.object({ student: v.string(), x: v.number(), y: v.number() })),
  picture: v.optional(v.boolean(), false),
})
export type SeatPlan = v.InferOutput<typeof SeatPlan>

/** Who belongs to the class and has not been seen today, by name. */
export function notHereYet(
  people: Iterable<Person>,
  students: ReadonlyMap<string, Student>,
  language: string,
): Person[] {
  const { compare } = new Intl.Collator(language, { numeric: true })
  return [...people]
    .filter(({ student }) => !students.has(student))
    .sort((left, right) => compare(left.reading ?? left.name ?? '', right.reading ?? right.name ?? ''))
}
