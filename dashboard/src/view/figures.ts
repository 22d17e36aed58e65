import type { TFunction } from 'i18next'

/** A length of time in words, as exact as a teacher needs it; a dash when there is none. */
export function durationInWords(t: TFunction<'view'>, seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return t('duration.none')
  const whole = Math.round(seconds)
  if (whole < 60) return t('duration.seconds', { seconds: whole })
  const minutes = Math.floor(whole / 60)
  if (minutes >= 60) return t('duration.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 })
  if (minutes >= 10 || whole % 60 === 0) return t('duration.minutes', { minutes: Math.round(whole / 60) })
  return t('duration.minutesSeconds', { minutes, seconds: whole % 60 })
}

/** A share between 0 and 1 as percent; a dash when there is none. */
export function percent(share: number | null): string {
  return share === null || Number.isNaN(share) ? '–' : `${Math.round(share * 100)} %`
}

/** A part of a whole; null when the whole is nothing. */
export function shareOf(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole
}
