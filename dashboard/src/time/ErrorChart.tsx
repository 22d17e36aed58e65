import { useTranslation } from 'react-i18next'
import { FigureChart } from '../charts/FigureChart'
import { useClassEntry } from '../class-page/class-entry'
import type { Range } from '../range/range'
import { Answer } from '../view/Answer'
import { Part } from '../view/View'
import { errorPoints } from './intervals'
import { useErrorRate } from './timelines'
import { useMoments } from './use-moments'

/** How much went wrong. */
export function ErrorChart({ range }: { range: Range }) {
  const { t } = useTranslation('time')
  const { id } = useClassEntry()
  const moments = useMoments()
  return (
    <Part title={t('errors.title')}>
      <Answer query={useErrorRate(id, range)}>
        {(timeline) => {
          const points = errorPoints(timeline)
          return (
            <FigureChart
              caption={t('errors.caption')}
              labelled={t('when')}
              content={{
                kind: 'line',
                percent: true,
                most: 1,
                labels: moments(points),
                series: [
                  {
                    name: t('errors.rate'),
                    hue: 'stuck',
                    filled: 'axis',
                    values: points.map(({ rate }) => rate),
                  },
                ],
              }}
            />
          )
        }}
      </Answer>
    </Part>
  )
}
