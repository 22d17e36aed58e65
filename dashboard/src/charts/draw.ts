import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
  type ChartDataset,
} from 'chart.js'
import type { ChartContent, Series } from './chart'

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  Tooltip,
)

/** Draws in the colours that the canvas inherits; the chart is drawn anew, not changed, when they are others. */
export function draw(canvas: HTMLCanvasElement, content: ChartContent): Chart {
  const style = getComputedStyle(canvas)
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim()
  const ink = token('ink-quiet')
  const axis = (title: string | undefined) => ({
    stacked: content.stacked ?? false,
    grid: { color: token('line') },
    ticks: { color: ink, maxRotation: 0, autoSkipPadding: 12 },
    title: { display: title !== undefined, text: title ?? '', color: ink },
  })
  const ticks = content.percent ? { callback: (value: number | string) => `${Number(value) * 100} %` } : {}
  const y = axis(content.yTitle)
  return new Chart(canvas, {
    type: content.kind,
    data: {
      labels: [...content.labels],
      datasets: content.series.map((series) => dataset(series, token(series.hue), content.kind)),
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      interaction: { mode: 'index', intersect: false },
      scales: {
        x: axis(content.xTitle),
        y: {
          ...y,
          ticks: { ...y.ticks, ...ticks, precision: content.percent ? 2 : 0 },
          beginAtZero: true,
          ...(content.most === undefined ? {} : { max: content.most }),
        },
      },
      plugins: {
        legend: {
          display: content.series.length > 1,
          labels: { color: token('ink'), usePointStyle: content.kind === 'line', pointStyle: 'line' },
        },
        tooltip: {
          callbacks: content.percent
            ? { label: (item) => `${item.dataset.label ?? ''} ${Math.round((item.parsed.y ?? 0) * 100)} %` }
            : {},
        },
      },
    },
  })
}

function dataset(series: Series, colour: string, kind: ChartContent['kind']): ChartDataset {
  const shared = { label: series.name, data: [...series.values], borderColor: colour }
  if (kind === 'bar') return { ...shared, backgroundColor: colour, borderWidth: 0, maxBarThickness: 36 }
  return {
    ...shared,
    borderWidth: 2,
    borderDash: series.dashed ? [5, 4] : [],
    pointRadius: series.values.length > 40 ? 0 : 2.5,
    pointBackgroundColor: colour,
    backgroundColor: `${colour}33`,
    fill: series.filled === 'axis' ? 'origin' : series.filled === 'before' ? '-1' : false,
    spanGaps: false,
    tension: 0,
  }
}
