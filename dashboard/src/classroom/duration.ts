/** Waiting time as a clock, `4:10` or `1:02:07`; never negative, for clocks differ. */
export function clockDuration(since: string | null, now: number): string {
  const seconds = secondsSince(since, now)
  const pad = (part: number) => String(part).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60]
  const tail = pad(seconds % 60)
  return hours > 0 ? `${hours}:${pad(minutes)}:${tail}` : `${minutes}:${tail}`
}

/** Whole minutes since then. */
export function minutesSince(since: string | null, now: number): number {
  return Math.floor(secondsSince(since, now) / 60)
}

function secondsSince(since: string | null, now: number): number {
  const then = since === null ? NaN : Date.parse(since)
  return Number.isNaN(then) ? 0 : Math.max(0, Math.floor((now - then) / 1000))
}
