import * as v from 'valibot'
import { ClusterChange, ClusterFrame, NotebookFrame, Rules } from './class-frames'

/**
 * What the application sends over `/ws/connect` (docs/protocol.md), checked once at the rim: everything behind
 * `readFrame` may trust these types. Stream ids are `milliseconds-sequence`; times are ISO 8601.
 */

const text = v.string()
const count = v.number()
/** Null and absent mean the same on the wire; inside it is always null. */
const maybe = <T extends v.GenericSchema>(schema: T) => v.optional(v.nullable(schema), null)

const RecentRun = v.object({
  cellId: maybe(text),
  cellIndex: maybe(count),
  hasError: v.boolean(),
  errorName: maybe(text),
  at: text,
})

const Reason = v.object({
  code: text,
  cellId: maybe(text),
  cellIndex: maybe(count),
  runs: maybe(count),
  since: maybe(text),
  /** How long the class took there: the median of those who got through, seconds. */
  medianSeconds: maybe(count),
})

export const STATES = ['asking', 'technical', 'stuck', 'failing', 'finished', 'away', 'working'] as const

const StudentFrame = v.object({
  student: text,
  name: maybe(text),
  state: v.picklist(STATES),
  since: maybe(text),
  reason: maybe(Reason),
  /** How much they need somebody: `weight` for every second since then; null: nobody, or the server does not say. */
  need: v.fallback(maybe(v.object({ since: text, weight: count })), null),
  active: v.boolean(),
  lastSeen: maybe(text),
  notebook: maybe(text),
  notebookPath: maybe(text),
  cellId: maybe(text),
  cellIndex: maybe(count),
  executions: count,
  errors: count,
  completed: maybe(count),
  total: maybe(count),
  progress: maybe(count),
  recentRuns: v.optional(v.array(RecentRun), []),
  /** In a delta: `recentRuns` are those since the frame before and follow the known ones. */
  newRunsOnly: v.optional(v.boolean()),
})

const CellFrame = v.object({
  student: text,
  notebook: maybe(text),
  cellId: maybe(text),
  cellIndex: maybe(count),
  /** The cell of the shared notebook that this one is; null for a cell of their own. */
  sharedCellId: maybe(text),
  runs: count,
  errors: count,
  hasError: v.boolean(),
  at: maybe(text),
})

const HelpFrame = v.object({
  request: text,
  student: text,
  state: text,
  since: text,
  position: maybe(count),
  claim: maybe(v.object({ teacher: text, name: maybe(text), at: text })),
  message: maybe(text),
  notebook: maybe(text),
  notebookPath: maybe(text),
  cellId: maybe(text),
  cellIndex: maybe(count),
})

/** What of a known student changed, or all of one who is new: see `readStudent`. */
const StudentChange = v.object({ ...v.partial(StudentFrame).entries, student: text })

const replaced = {
  cells: v.optional(v.array(CellFrame), []),
  help: v.optional(v.array(HelpFrame), []),
  notebooks: v.optional(v.array(NotebookFrame), []),
}

/** How far a store is behind the log. */
const Lag = v.object({ entries: v.optional(count, 0), milliseconds: v.optional(count, 0) })

/** The whole class; what a replay answers too. */
export const SnapshotFrame = v.object({
  type: v.literal('snapshot'),
  reset: v.optional(v.boolean(), true),
  at: text,
  class: v.object({ id: text, name: text, zone: text, day: maybe(text), rules: maybe(Rules) }),
  students: v.optional(v.array(StudentFrame), []),
  clusters: v.optional(v.array(ClusterFrame), []),
  ...replaced,
})

const Frame = v.variant('type', [
  SnapshotFrame,
  v.object({
    type: v.literal('delta'),
    after: text,
    at: text,
    students: v.optional(v.array(StudentChange), []),
    clusters: v.optional(v.array(ClusterChange), []),
    ...replaced,
  }),
  v.object({
    type: v.literal('status'),
    at: text,
    serverTime: text,
    instance: maybe(text),
    lag: v.optional(v.record(text, Lag), {}),
    stale: v.optional(v.boolean(), false),
    staleSince: maybe(text),
    /** Of the dashboard that this instance serves. */
    build: maybe(text),
  }),
  v.object({ type: v.literal('bye'), reason: text, reconnect: v.optional(v.boolean(), true) }),
])

export type Frame = v.InferOutput<typeof Frame>
export type Snapshot = Extract<Frame, { type: 'snapshot' }>
export type Delta = Extract<Frame, { type: 'delta' }>
export type Status = Extract<Frame, { type: 'status' }>
export type StudentState = (typeof STATES)[number]
export type StudentFrame = v.InferOutput<typeof StudentFrame>
export type StudentChange = v.InferOutput<typeof StudentChange>
/** One student as of now; key: `student`. `executions` and `errors` are those of the class's day. */
export type Student = Omit<StudentFrame, 'newRunsOnly'>
export type RecentRun = v.InferOutput<typeof RecentRun>
export type Reason = v.InferOutput<typeof Reason>
/** One student's work on one cell; key: `cellKey`. */
export type Cell = v.InferOutput<typeof CellFrame>
/** One asking for help; key: `request`; only open ones are kept. `position` counts those that nobody has claimed. */
export type Help = v.InferOutput<typeof HelpFrame>

/** A change that is all of a student; null for a part of one. */
export function readStudent(change: StudentChange): StudentFrame | null {
  const result = v.safeParse(StudentFrame, change)
  return result.success ? result.output : null
}

/** The frame in a message, or null when it is none that this page knows: a newer server may send more. */
export function readFrame(message: string): Frame | null {
  let parsed: unknown
  try {
    parsed = JSON.parse(message)
  } catch {
    return null
  }
  const result = v.safeParse(Frame, parsed)
  return result.success ? result.output : null
}
