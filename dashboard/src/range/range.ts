import type { Lesson } from './lessons'

/**
 * A stretch of time as the application takes it: ISO 8601, without an offset by the classroom's clock; `to` null: up to
 * now.
 */
export interface Range {
  readonly from: string
  readonly to: string | null
}

/** The range that an address names (`?from=&to=`), or null. */
export function rangeOf(parameters: URLSearchParams): Range | null {
  const from = parameters.get('from')
  return from === null ? null : { from, to: parameters.get('to') }
}

/** The range of a lesson; a running one has no end yet. */
export function rangeOfLesson(lesson: Lesson): Range {
  return { from: lesson.startedAt, to: lesson.endedAt ?? null }
}

/** As the query of a request; without an end the application takes now. */
export function asQuery({ from, to }: Range): { from: string; to?: string } {
  return to === null ? { from } : { from, to }
}
