import { useComputedColorScheme } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { percent } from '../view/figures'
import '../view/words'
import type { ChartContent } from './chart'
import './charts.css'

interface FigureChartProps {
  /** What the chart shows, in one sentence: its caption, and its name for those who do not see it. */
  readonly caption: string
  /** What the labels are, as the head of the table's first column. */
  readonly labelled: string
  readonly content: ChartContent
}

/** A chart with its figures as a table behind it. The library that draws is loaded with the first one. */
export function FigureChart({ caption, labelled, content }: FigureChartProps) {
  const { t } = useTranslation('view')
  return (
    <figure className="chart">
      <figcaption>{caption}</figcaption>
      <div className="chart-frame">
        <Canvas caption={caption} content={content} />
      </div>
      <details>
        <summary>{t('chart.table')}</summary>
        <div className="figures-frame" tabIndex={0} role="region" aria-label={caption}>
          <ChartTable caption={caption} labelled={labelled} content={content} />
        </div>
      </details>
    </figure>
  )
}

function Canvas({ caption, content }: { caption: string; content: ChartContent }) {
  const { t } = useTranslation('view')
  const canvas = useRef<HTMLCanvasElement>(null)
  const scheme = useComputedColorScheme('light', { getInitialValueInEffect: false })
  const figures = JSON.stringify(content)
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let ended = false
    let remove: (() => void) | undefined
    import('./draw').then(
      ({ draw }) => {
        if (ended || !canvas.current) return
        setFailed(false)
        const chart = draw(canvas.current, JSON.parse(figures) as ChartContent)
        remove = () => chart.destroy()
      },
      () => setFailed(!ended),
    )
    return () => {
      ended = true
      remove?.()
    }
  }, [figures, scheme])
  return (
    <>
      {failed && <p role="status">{t('chart.failed')}</p>}
      <canvas ref={canvas} role="img" aria-label={caption} />
    </>
  )
}

function ChartTable({ caption, labelled, content }: FigureChartProps) {
  const text = (value: number | null | undefined) => {
    if (value === null || value === undefined) return '–'
    return content.percent ? percent(value) : String(Math.round(value * 100) / 100)
  }
  return (
    <table className="figures">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{labelled}</th>
          {content.series.map(({ name }) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {content.labels.map((label, place) => (
          <tr key={place}>
            <th scope="row">{label}</th>
            {content.series.map(({ name, values }) => (
              <td key={name} className="number">
                {text(values[place])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
