import type { RecentRun } from '../live/frames'

const STEP = 8
const SLOTS = 10

/** The last ten runs, newest at the right: a dot went well, a cross failed. Decorative: the tile's label says it. */
export function RunMarks({ runs }: { runs: readonly RecentRun[] }) {
  const shown = runs.slice(-SLOTS)
  const start = SLOTS - shown.length
  return (
    <svg className="run-marks" viewBox={`0 0 ${STEP * SLOTS} 8`} aria-hidden="true">
      {shown.map((run, index) => {
        const x = (start + index) * STEP + STEP / 2
        return run.hasError ? (
          <path key={index} className="run-bad" d={`M${x - 2.6} 1.4l5.2 5.2m0-5.2l-5.2 5.2`} />
        ) : (
          <circle key={index} className="run-good" cx={x} cy="4" r="2.1" />
        )
      })}
    </svg>
  )
}
