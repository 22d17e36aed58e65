import type { TFunction } from 'i18next'
import './words'

/** How the application says its limits (`limit` of a problem), and the key of our words for it. */
const LIMITS = [
  [/^min (?<min>\d+), max (?<max>\d+) characters$/, 'limit.characters'],
  [/^max (?<max>\d+) characters(, no U\+0000)?$/, 'limit.shorter'],
  [/^min (?<min>\d+), max (?<max>\d+)$/, 'limit.between'],
  [/^max (?<max>\d+) lines$/, 'limit.lines'],
  [/^max (?<max>\d+) days$/, 'limit.days'],
  [/^max (?<max>\d+) intervals$/, 'limit.intervals'],
  [/^max (?<max>\d+) students/, 'limit.students'],
  [/no U\+0000/, 'limit.storable'],
  [/^once in a (file|roster)$/, 'limit.once'],
  [/^CSV \(RFC 4180\)$/, 'limit.csv'],
  [/^UTF-8 or Shift_JIS$/, 'limit.charset'],
  [/^an IANA zone/, 'limit.zone'],
  [/^(after from|before to)$/, 'limit.order'],
  [/^behind the slots of the same day$/, 'limit.slots'],
] as const

/** What is allowed, in the teacher's language; a limit that is not known here as the application says it. */
export function limitInWords(t: TFunction<'view'>, limit: string): string {
  for (const [pattern, key] of LIMITS) {
    const found = pattern.exec(limit)
    if (found) return t(key, { min: '', max: '', ...found.groups })
  }
  return limit
}
