import { createContext, use } from 'react'
import type { ClassEntry } from '../api/client'

/** The class on screen, as the session lists it. */
export const ClassEntryContext = createContext<ClassEntry | null>(null)

/** The class on screen: its id, name, zone, join code and the caller's role in it. */
export function useClassEntry(): ClassEntry {
  const entry = use(ClassEntryContext)
  if (!entry) throw new Error('no class on screen')
  return entry
}
