import { useTranslation } from 'react-i18next'
import type { ChartContent, Series } from '../charts/chart'
import { FigureChart } from '../charts/FigureChart'
import type { CellStatistics } from './statistics'

const TRIES = ['tries1', 'tries2', 'tries3', 'tries4', 'tries5'] as const
const TRIES_HUES: readonly Series['hue'][] = ['finished', 'asking', 'failing', 'technical', 'stuck']

/** Success, time and tries for each cell, as charts. */
export function CellCharts({ cells }: { cells: readonly CellStatistics[] }) {
  const { t } = useTranslation('notebook')
  const labels = cells.map(({ cellIndex }) => (cellIndex == null ? '?' : String(cellIndex + 1)))
  const minutes = (seconds: number | null | undefined) =>
    seconds == null ? null : Math.round(seconds / 6) / 10
  const shared = { labels, xTitle: t('charts.cell') }
  const success: ChartContent = {
    ...shared,
    kind: 'bar',
    stacked: true,
    yTitle: t('charts.students'),
    series: [
      { name: t('charts.through'), hue: 'finished', values: cells.map(({ succeeded }) => succeeded) },
      {
        name: t('charts.notYet'),
        hue: 'stuck',
        values: cells.map(({ students, succeeded }) => students - succeeded),
      },
    ],
  }
  const time: ChartContent = {
    ...shared,
    kind: 'line',
    yTitle: t('charts.minutes'),
    series: [
      {
        name: t('charts.median'),
        hue: 'asking',
        values: cells.map(({ medianSeconds }) => minutes(medianSeconds)),
      },
      {
        name: t('charts.p90'),
        hue: 'failing',
        dashed: true,
        values: cells.map(({ p90Seconds }) => minutes(p90Seconds)),
      },
    ],
  }
  const tries: ChartContent = {
    ...shared,
    kind: 'bar',
    stacked: true,
    yTitle: t('charts.students'),
    series: TRIES.map((name, place) => ({
      name: t(`charts.${name}`),
      hue: TRIES_HUES[place] ?? 'fill',
      values: cells.map((cell) => cell.tries[place] ?? 0),
    })),
  }
  return (
    <div className="cell-charts">
      <div className="part">
        <FigureChart caption={t('charts.success')} labelled={t('charts.cell')} content={success} />
      </div>
      <div className="part">
        <FigureChart caption={t('charts.time')} labelled={t('charts.cell')} content={time} />
      </div>
      <div className="part">
        <FigureChart caption={t('charts.tries')} labelled={t('charts.cell')} content={tries} />
      </div>
    </div>
  )
}
