import type { Cluster } from '../live/class-frames'

/** From how many students on a mistake is the class's and not one student's. */
const TOGETHER = 2

/** The mistakes that several are in now, most students first, then the one that came up last. */
export function liveClusters(clusters: Iterable<Cluster>): Cluster[] {
  return [...clusters]
    .filter(({ students }) => students.length >= TOGETHER)
    .sort(
      (left, right) =>
        right.students.length - left.students.length ||
        instant(right.latest) - instant(left.latest) ||
        left.cluster.localeCompare(right.cluster),
    )
}

/** Mistakes of today that the class has got out of, or that one student is left in: most runs first. */
export function pastClusters(clusters: Iterable<Cluster>): Cluster[] {
  return [...clusters]
    .filter(({ students, solved }) => students.length < TOGETHER && students.length + solved >= TOGETHER)
    .sort((left, right) => right.solved - left.solved || left.cluster.localeCompare(right.cluster))
}

function instant(time: string | null): number {
  return time === null ? 0 : Date.parse(time)
}
