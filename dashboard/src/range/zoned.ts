/** An instant as the classroom's clock shows it, as `datetime-local` inputs want it: `2026-11-22T09:00`. */
export function wallClock(instant: number, zone: string): string {
  const format = new Intl.DateTimeFormat('sv-SE', {
    timeZone: zone,
    dateStyle: 'short',
    timeStyle: 'short',
  })
  return format.format(instant).replace(' ', 'T')
}

/** The clock of the classroom: `09:05`, in words of the language where it matters. */
export function clockTime(instant: string | number, zone: string, language: string, seconds = false): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    ...(seconds ? { second: '2-digit' as const } : {}),
    hourCycle: 'h23',
  }).format(new Date(instant))
}

/** A day of the classroom: `11/22 (Sun)`, `Sun, 11/22`. */
export function dayInWords(instant: string | number, zone: string, language: string): string {
  return new Intl.DateTimeFormat(language, {
    timeZone: zone,
    month: 'numeric',
    day: 'numeric',
    weekday: 'short',
  }).format(new Date(instant))
}

/** When the classroom's day began that has `now` in it: `2026-11-22T04:00`, by the classroom's clock. */
export function beginningOfDay(now: number, zone: string, dayStart: string): string {
  const [hours = 0, minutes = 0] = dayStart.split(':').map(Number)
  const shifted = now - (hours * 60 + minutes) * 60_000
  return `${wallClock(shifted, zone).slice(0, 10)}T${dayStart}`
}
