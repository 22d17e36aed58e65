import type { RecentRun } from '../live/frames'

const STEP = 8
const SLOTS = 10

/**
 * The last ten runs, newest at the right: a dot went well, a cross failed. Decorative: the tile's label says it. Two paths
 * for all of them: with a shape for each run, they would be a third of what a class of 200 has on its page.
 */
export function RunMarks({ runs }: { runs: readonly RecentRun[] }) {
  const shown = runs.slice(-SLOTS)
  const start = SLOTS - shown.length
  const marks = (failed: boolean, mark: (x: number) => string) =>
    shown
      .map(({ hasError }, index) => (hasError === failed ? mark((start + index) * STEP + STEP / 2) : ''))
      .join('')
  return (
    <svg className="run-marks" viewBox={`0 0 ${STEP * SLOTS} 8`} aria-hidden="true">
      <path className="run-good" d={marks(false, (x) => `M${x} 4h0`)} />
      <path className="run-bad" d={marks(true, (x) => `M${x - 2.6} 1.4l5.2 5.2m0-5.2l-5.2 5.2`)} />
    </svg>
  )
}
