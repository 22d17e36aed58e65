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
  Chart.defaults.font.family = style.fontFamily
  // Letters grow with the page's, which a wall has larger.
  Chart.defaults.font.size = 0.75 * parseFloat(getComputedStyle(document.documentElement).fontSize)
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
      datasets: content.series.map((series) =>
        content.kind === 'bar'
          ? bars(series, token(series.hue), token('surface'))
          : line(series, token(series.hue)),
      ),
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
          // A flat box is a line, dashed where the series is.
          labels: { color: token('ink'), ...(content.kind === 'line' ? { boxHeight: 0 } : { boxWidth: 14 }) },
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

/** Segments that stand on each other are parted by a hairline, not by colour alone. */
function bars({ name, values }: Series, colour: string, gap: string): ChartDataset {
  const border = { borderColor: gap, borderWidth: { top: 1, right: 0, bottom: 0, left: 0 } }
  return { label: name, data: [...values], backgroundColor: colour, maxBarThickness: 36, ...border }
}

function line(series: Series, colour: string): ChartDataset {
  return {
    label: series.name,
    data: [...series.values],
    borderColor: colour,
    borderWidth: 2,
    borderDash: series.dashed ? [5, 4] : [],
    pointRadius: series.values.length > 40 ? 0 : 2.5,
    pointBackgroundColor: colour,
    backgroundColor: `${colour}33`,
    fill: series.filled === 'axis' ? 'origin' : false,
    spanGaps: false,
    tension: 0,
  }
}
