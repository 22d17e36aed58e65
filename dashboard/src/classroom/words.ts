import type { TFunction } from 'i18next'
import type { Student } from '../live/frames'
import { minutesSince } from './duration'

/** The student's name; without one (pseudonymous), a short mark that stays the same. */
export function studentName(t: TFunction, student: Pick<Student, 'name' | 'student'>): string {
  return student.name ?? t('student.unnamed', { mark: student.student.slice(0, 4) })
}

/** Cells count from 1 for people; null when the student has run nothing that says where. */
export function cellName(t: TFunction, cellIndex: number | null): string | null {
  return cellIndex === null ? null : t('cell', { number: cellIndex + 1 })
}

/** Why the student is in this state, in one sentence with its figures. */
export function reasonInWords(t: TFunction, student: Student, now: number): string {
  const { reason } = student
  const minutes = minutesSince(reason?.since ?? student.since, now)
  const cell = cellName(t, reason?.cellIndex ?? student.cellIndex) ?? t('aCell')
  switch (reason?.code) {
    case 'failing_runs':
    case 'stuck':
      return (
        t(`reason.${reason.code}`, { cell, minutes, count: reason.runs ?? 0 }) +
        classTook(t, reason.medianSeconds)
      )
    case 'kernel_died':
    case 'notebook_closed':
      return minutes === 0 ? t(`reason.${reason.code}_now`) : t(`reason.${reason.code}`, { minutes })
    case 'help':
    case 'silent':
    case 'completed':
      return t(`reason.${reason.code}`, { cell, minutes })
    case undefined:
    default:
      return t(`stateSentence.${student.state}`, { cell, minutes })
  }
}

/** How long the class took at the same place: the measure of "long". */
function classTook(t: TFunction, medianSeconds: number | null): string {
  if (medianSeconds === null) return ''
  const minutes = Math.round(medianSeconds / 60)
  return minutes === 0 ? t('reason.classQuick') : t('reason.class', { minutes })
}

/** The last runs in words, for those who do not see the marks. */
export function runsInWords(t: TFunction, student: Student): string {
  const failed = student.recentRuns.filter((run) => run.hasError).length
  return student.recentRuns.length === 0
    ? t('runs.none')
    : t('runs.last', { count: student.recentRuns.length, failed })
}

/** How far, in words. */
export function progressInWords(t: TFunction, student: Student): string {
  const completed = student.completed ?? 0
  return student.total === null
    ? t('progress.open', { count: completed })
    : t('progress.of', { completed, total: student.total })
}

/** What the last run came to, and where; null before the first. */
export function lastRunInWords(t: TFunction, student: Pick<Student, 'recentRuns'>): string | null {
  const run = student.recentRuns.at(-1)
  if (!run) return null
  const cell = cellName(t, run.cellIndex) ?? t('aCell')
  if (!run.hasError) return t('runs.lastGood', { cell })
  return run.errorName === null
    ? t('runs.lastFailed', { cell })
    : t('runs.lastError', { cell, error: run.errorName })
}
