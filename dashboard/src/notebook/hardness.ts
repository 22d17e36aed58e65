import type { CellStatistics } from './statistics'

/** Below so many students a cell's figures say little about the cell. */
const ENOUGH = 3
const SHOWN = 3
/** Above this many tries at the median, or below this share of success, a cell stands out. */
const EASY_TRIES = 2
const EASY_SHARE = 0.85

/** The hardest cells, the hardest first: those that fewest got through, then those that took most tries, then most time. */
export function hardest(cells: readonly CellStatistics[]): CellStatistics[] {
  const share = ({ succeeded, students }: CellStatistics) => succeeded / students
  return cells
    .filter(({ students }) => students >= ENOUGH)
    .filter((cell) => share(cell) < EASY_SHARE || cell.medianTries > EASY_TRIES)
    .toSorted(
      (left, right) =>
        share(left) - share(right) ||
        right.medianTries - left.medianTries ||
        (right.medianSeconds ?? 0) - (left.medianSeconds ?? 0),
    )
    .slice(0, SHOWN)
}
