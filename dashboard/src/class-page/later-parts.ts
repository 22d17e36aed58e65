import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { partOptions } from '../frame/use-part'

/** One student beside the class. */
export const STUDENT_PANEL = { name: 'student panel', load: () => import('../student/StudentPanel') }
/** Everything by typing a few letters of it. */
export const PALETTE = { name: 'palette', load: () => import('../keyboard/Palette') }
/** Which keys do what. */
export const KEYBOARD_HELP = { name: 'keyboard help', load: () => import('../keyboard/KeyboardHelp') }

/** After the first view of a class, milliseconds. */
const WHEN_QUIET_MS = 3000

/** Loads, once the class is on screen, what a click must bring at once, also when the network is gone by then. */
export function useLaterParts(): void {
  const queries = useQueryClient()
  useEffect(() => {
    const timer = setTimeout(() => {
      queries.query(partOptions(STUDENT_PANEL.name, STUDENT_PANEL.load)).catch(() => undefined)
      queries.query(partOptions(PALETTE.name, PALETTE.load)).catch(() => undefined)
      queries.query(partOptions(KEYBOARD_HELP.name, KEYBOARD_HELP.load)).catch(() => undefined)
    }, WHEN_QUIET_MS)
    return () => clearTimeout(timer)
  }, [queries])
}
