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

/** Mistakes that others got out of today and one student alone is left in: whom most have left behind first. */
export function leftClusters(clusters: Iterable<Cluster>): Cluster[] {
  return [...clusters]
    .filter(({ students, solved }) => students.length === 1 && students.length + solved >= TOGETHER)
    .sort(mostSolved)
}

/** Mistakes of today that several got out of and nobody is in any more: most of them first. */
export function pastClusters(clusters: Iterable<Cluster>): Cluster[] {
  return [...clusters]
    .filter(({ students, solved }) => students.length === 0 && solved >= TOGETHER)
    .sort(mostSolved)
}

function mostSolved(left: Cluster, right: Cluster): number {
  return right.solved - left.solved || left.cluster.localeCompare(right.cluster)
}

function instant(time: string | null): number {
  return time === null ? 0 : Date.parse(time)
}
