import type { Student } from '../live/frames'

/** The file name of the notebook that most students are in, and how many other notebooks there are. */
export function commonNotebook(students: Iterable<Student>): { name: string | null; others: number } {
  const counts = new Map<string, number>()
  for (const { notebookPath } of students) {
    const name = notebookPath?.split('/').at(-1)
    if (name) counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  const [most] = [...counts].sort((left, right) => right[1] - left[1] || left[0].localeCompare(right[0]))
  return { name: most?.[0] ?? null, others: Math.max(0, counts.size - 1) }
}
