import { createContext, use, useState } from 'react'

/** Texts that were begun and not sent, by what they are for. */
export interface Drafts {
  readonly read: (key: string) => string
  /** An empty text forgets it. */
  readonly write: (key: string, text: string) => void
  /** Whether there is one that is more than blanks. */
  readonly any: () => boolean
}

/** Drafts that live as long as the class is on screen, and are nowhere but in this page. */
export function openDrafts(): Drafts {
  const texts = new Map<string, string>()
  return {
    read: (key) => texts.get(key) ?? '',
    write: (key, text) => {
      if (text === '') texts.delete(key)
      else texts.set(key, text)
    },
    any: () => [...texts.values()].some((text) => text.trim() !== ''),
  }
}

export const DraftsContext = createContext<Drafts>(openDrafts())

/** A text that is still there when its field was closed meanwhile, by Escape, by a wrong click or because another student was opened. */
export function useDraft(key: string): [text: string, write: (text: string) => void, drafts: Drafts] {
  const drafts = use(DraftsContext)
  const [text, setText] = useState(() => drafts.read(key))
  const write = (next: string) => {
    drafts.write(key, next)
    setText(next)
  }
  return [text, write, drafts]
}

/** Where a hint to one student is drafted. */
export function hintDraft(student: string): string {
  return `hint ${student}`
}
