import { useTranslation } from 'react-i18next'
import { FigureChart } from '../charts/FigureChart'
import { Part } from '../view/View'
import { activityPoints } from './intervals'
import type { ActivityTimeline } from './timelines'
import { useMoments } from './use-moments'

/** Who ran something, and how much. */
export function ActivityChart({ timeline }: { timeline: ActivityTimeline }) {
  const { t } = useTranslation('time')
  const moments = useMoments()
  const points = activityPoints(timeline)
  const labels = moments(points)
  return (
    <Part title={t('activity.title')}>
      <FigureChart
        caption={t('activity.caption')}
        labelled={t('when')}
        content={{
          kind: 'line',
          labels,
          series: [
            {
              name: t('activity.students'),
              hue: 'asking',
              filled: 'axis',
              values: points.map(({ students }) => students),
            },
            {
              name: t('activity.runs'),
              hue: 'failing',
              dashed: true,
              values: points.map(({ runs }) => runs),
            },
          ],
        }}
      />
    </Part>
  )
}
