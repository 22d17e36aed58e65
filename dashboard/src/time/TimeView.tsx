import { useTranslation } from 'react-i18next'
import { useClassEntry } from '../class-page/class-entry'
import type { Range } from '../range/range'
import { RangePicker } from '../range/RangePicker'
import { useRange } from '../range/use-range'
import { Answer } from '../view/Answer'
import { Loading } from '../view/Loading'
import { View } from '../view/View'
import { ActivityChart } from './ActivityChart'
import { ErrorChart } from './ErrorChart'
import { ProgressChart } from './ProgressChart'
import { Replay } from './Replay'
import './time.css'
import { useActivity } from './timelines'
import './words'

/** How did the lesson go? Activity, errors and progress over any stretch of time, and the class as it was at any moment. */
export function TimeView() {
  const { t } = useTranslation('time')
  const { range, choose } = useRange()
  return (
    <View
      title={t('title')}
      question={t('question')}
      tools={range && <RangePicker range={range} onChoose={choose} />}
    >
      {range ? <Charts key={`${range.from} ${range.to ?? ''}`} range={range} /> : <Loading />}
    </View>
  )
}

function Charts({ range }: { range: Range }) {
  const { t } = useTranslation('time')
  const { id } = useClassEntry()
  const activity = useActivity(id, range)
  return (
    <Answer query={activity}>
      {(timeline) =>
        timeline.rows.length === 0 ? (
          <p>{t('nothing')}</p>
        ) : (
          <>
            <Replay from={Date.parse(timeline.from)} to={Date.parse(timeline.to)} />
            <div className="time-charts">
              <ActivityChart timeline={timeline} />
              <ErrorChart range={range} />
              <ProgressChart range={range} />
            </div>
          </>
        )
      }
    </Answer>
  )
}
