import { createContext, use } from 'react'

/** Something that will be done shortly unless it is taken back. */
export interface Soon {
  /** What it is about: asking the same twice does it once. */
  readonly key: string
  /** What is about to be done, in words. */
  readonly text: string
  /** The key of a line that says nothing any more beside this one. */
  readonly replaces?: string
  /** Does it; what it throws is said in the words of `failed`. It must outlive the page (`keepalive`). */
  readonly run: () => Promise<unknown>
  readonly failed: (error: unknown) => string
  /** Told when it was taken back, or could not be done. */
  readonly undone?: () => void
}

/** Something that has been done and can be turned back for a moment. */
export interface Done {
  /** What it is about: the same once more takes the place of the one before. */
  readonly key: string
  readonly text: string
  readonly undo: () => void
}

/** Undo instead of "are you sure". */
export interface Undo {
  /** The keys of what is about to be done or is being done. */
  readonly pending: ReadonlySet<string>
  readonly soon: (action: Soon) => void
  readonly done: (action: Done) => void
  /** Says something in the same place, e.g. why an action did not work. */
  readonly say: (text: string) => void
}

export const UndoContext = createContext<Undo | null>(null)

/** How to have something done that can be taken back. */
export function useUndo(): Undo {
  const undo = use(UndoContext)
  if (!undo) throw new Error('nothing to take actions back with')
  return undo
}
