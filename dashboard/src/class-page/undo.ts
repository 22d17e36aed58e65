import { createContext, use } from 'react'

/** How long something can be taken back before it is done, milliseconds. */
export const UNDO_MS = 6000

/** Something that will be done shortly unless it is taken back. */
export interface Soon {
  /** What it is about: asking the same twice does it once. */
  readonly key: string
  /** What is about to be done, in words. */
  readonly text: string
  /** Does it; whatever it throws is said as `failed`. */
  readonly run: () => Promise<void>
  readonly failed: string
}

/** What is about to be done, and how to have something done. */
export interface Undo {
  readonly pending: ReadonlySet<string>
  readonly soon: (action: Soon) => void
  /** Says something in the same place, e.g. why an action did not work. */
  readonly say: (text: string) => void
}

export const UndoContext = createContext<Undo | null>(null)

/** Undo instead of "are you sure": see `Soon`. */
export function useUndo(): Undo {
  const undo = use(UndoContext)
  if (!undo) throw new Error('nothing to take actions back with')
  return undo
}
