import type { Help, Student } from '../live/frames'
import { byNeed, needsSomebody } from './urgency'

/** One line of the rail: a student who needs somebody, with what they wrote if they asked. */
export interface Attention {
  readonly student: Student
  /** The oldest waiting help request of an asking student. */
  readonly help: Help | null
  /** Since when they wait, ISO 8601: of an asking student the request, else the beginning of the trouble that the reason tells. */
  readonly since: string | null
}

/** Who needs somebody at `now` (server's time, milliseconds), most urgent first. */
export function attention(
  students: ReadonlyMap<string, Student>,
  help: ReadonlyMap<string, Help>,
  now = Date.now(),
): Attention[] {
  const oldest = new Map<string, Help>()
  for (const request of help.values()) {
    const known = oldest.get(request.student)
    if (!known || Date.parse(request.since) < Date.parse(known.since)) oldest.set(request.student, request)
  }
  return [...students.values()]
    .filter((student) => needsSomebody(student.state))
    .sort(byNeed(now))
    .map((student) => {
      const request = student.state === 'asking' ? (oldest.get(student.student) ?? null) : null
      return { student, help: request, since: request?.since ?? student.reason?.since ?? student.since }
    })
}
