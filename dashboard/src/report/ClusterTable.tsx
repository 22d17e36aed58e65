import { useTranslation } from 'react-i18next'
import { cellName } from '../classroom/words'
import { Part } from '../view/View'
import type { LessonReport } from './report'

/** Whom a mistake must have happened to, to be one of several. */
const SEVERAL = 2

/** The mistakes that several made, the most frequent first. */
export function ClusterTable({ clusters }: { clusters: LessonReport['clusters'] }) {
  const { t } = useTranslation('report')
  const { t: words } = useTranslation()
  const shown = clusters
    .filter(({ students }) => students >= SEVERAL)
    .toSorted((left, right) => right.students - left.students)
  return (
    <Part title={t('clusters.title')}>
      {shown.length === 0 ? (
        <p className="quiet">{t('clusters.none')}</p>
      ) : (
        <div className="figures-frame" tabIndex={0} role="region" aria-label={t('clusters.title')}>
          <table className="figures">
            <thead>
              <tr>
                <th scope="col">{t('clusters.mistake')}</th>
                <th scope="col">{t('clusters.where')}</th>
                <th scope="col" className="number">
                  {t('clusters.students')}
                </th>
                <th scope="col" className="number">
                  {t('clusters.runs')}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ errorName, shape, cellIndex, students, runs }, place) => (
                <tr key={place}>
                  <th scope="row">{[errorName, shape].filter(Boolean).join(': ')}</th>
                  <td>{cellName(words, cellIndex ?? null) ?? '–'}</td>
                  <td className="number">{students}</td>
                  <td className="number">{runs}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Part>
  )
}
