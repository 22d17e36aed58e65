import type { Attention } from './attention'

/** What the rail held last, and who is new in it since. */
export interface Arrivals {
  readonly entries: readonly Attention[]
  readonly keys: ReadonlySet<string>
  readonly arrived: readonly Attention[]
}

/** Who is new in the rail, or there for another reason. The first look announces nobody: they were there before. */
export function arrivals(before: Arrivals | null, entries: readonly Attention[]): Arrivals {
  const keys = new Set(entries.map(key))
  if (before === null) return { entries, keys, arrived: [] }
  const arrived = entries.filter((entry) => !before.keys.has(key(entry)))
  return { entries, keys, arrived: arrived.length > 0 ? arrived : before.arrived }
}

function key({ student }: Attention): string {
  return `${student.student} ${student.state}`
}
