import type { Pace } from '../classroom/pace'

/** No more numbers than can be read from the last row. */
const MOST = 24

/** The numbers of the cells under the bars, the one where half of the class is marked. Decorative like the bars: the sentence says it. */
export function PaceAxis({ pace: { columns, half } }: { pace: Pace }) {
  const every = [1, 2, 5, 10, 20].find((step) => columns.length / step <= MOST) ?? 50
  return (
    <div className="pace-axis" aria-hidden="true">
      {columns.map(({ column: { key, place, cellIndex } }) => {
        const near = half !== null && place !== half && Math.abs(place - half) < every
        if (cellIndex === null || near || (place % every !== 0 && place !== half)) return null
        return (
          <span
            key={key}
            data-half={place === half}
            style={{ left: `${((place + 0.5) / columns.length) * 100}%` }}
          >
            {cellIndex + 1}
          </span>
        )
      })}
    </div>
  )
}
