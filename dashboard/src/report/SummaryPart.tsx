import { useTranslation } from 'react-i18next'
import { durationInWords, percent, shareOf } from '../view/figures'
import { Part } from '../view/View'
import type { LessonReport } from './report'
import { summary } from './summary'

/** The lesson in at most six sentences. */
export function SummaryPart({ report }: { report: LessonReport }) {
  const { t } = useTranslation('report')
  const { t: figures } = useTranslation('view')
  const { students, finished, medianCompleted, runs, errors } = summary(report.students)
  const { requests, medianWaitSeconds, longestWaitSeconds, lapsed } = report.help
  return (
    <Part title={t('summary.title')}>
      <ul className="report-summary">
        <li>{t('summary.students', { count: students })}</li>
        <li>{t('summary.finished', { finished })}</li>
        {medianCompleted !== null && <li>{t('summary.median', { completed: medianCompleted })}</li>}
        <li>{t('summary.runs', { runs, share: percent(shareOf(errors, runs)) })}</li>
        <li>
          {t('summary.help', {
            count: requests,
            median: durationInWords(figures, medianWaitSeconds),
            longest: durationInWords(figures, longestWaitSeconds),
          })}
        </li>
        {lapsed > 0 && <li>{t('summary.lapsed', { count: lapsed })}</li>}
      </ul>
    </Part>
  )
}
