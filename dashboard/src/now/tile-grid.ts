import { createContext, use } from 'react'

/** The one tile that the Tab key reaches; arrows lead to the others. */
export const TabStopContext = createContext<string | null>(null)

export function useTabStop(): string | null {
  return use(TabStopContext)
}
