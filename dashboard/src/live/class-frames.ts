import * as v from 'valibot'

const text = v.string()
const count = v.number()
const maybe = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

/** The same mistake in the same shared cell, whoever made it. `students` are in it now; without any it is over for today. */
export const ClusterFrame = v.object({
  cluster: text,
  errorName: text,
  shape: maybe(text),
  notebook: maybe(text),
  notebookPath: maybe(text),
  cellId: maybe(text),
  cellIndex: maybe(count),
  students: v.optional(v.array(text), []),
  solved: v.optional(count, 0),
  runs: v.optional(count, 0),
  since: maybe(text),
  latest: maybe(text),
})

/** What of a known cluster changed, or all of one that is new: see `readCluster`. */
export const ClusterChange = v.object({ ...v.partial(ClusterFrame).entries, cluster: text })

/** A notebook as the class has it: its shared code cells in their order, the columns of the map. */
export const NotebookFrame = v.object({
  notebook: text,
  path: maybe(text),
  cells: v.array(v.object({ cellId: maybe(text), cellIndex: maybe(count) })),
  students: v.optional(count, 0),
})

/** When a student counts as failing, stuck or away; seconds. */
export const Rules = v.object({ failingRuns: count, stuckAfterSeconds: count, awayAfterSeconds: count })

/** Key: `cluster`. */
export type Cluster = v.InferOutput<typeof ClusterFrame>
/** Key: `notebook`. */
export type SharedNotebook = v.InferOutput<typeof NotebookFrame>
export type ClusterChange = v.InferOutput<typeof ClusterChange>

/** A change that is all of a cluster; null for a part of one. */
export function readCluster(change: ClusterChange): Cluster | null {
  const result = v.safeParse(ClusterFrame, change)
  return result.success ? result.output : null
}
