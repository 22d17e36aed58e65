import { useEffect, useRef, useState } from 'react'
import { useSaveSeats } from './seats'
import type { Seat } from './seat-plan'

/** A change is stored when nothing more was changed for this long, milliseconds. */
const SAVE_AFTER_MS = 800

/** The plan on screen: changed at once, stored a moment later (also when the view or the page is left), with every step undoable. */
export function usePlan(classId: string, stored: readonly Seat[]) {
  const [seats, setSeats] = useState(stored)
  const [past, setPast] = useState<readonly (readonly Seat[])[]>([])
  const save = useSaveSeats(classId)
  const unsaved = useRef<readonly Seat[] | null>(null)
  const { mutate } = save
  useEffect(() => {
    if (unsaved.current === null) return
    const timer = setTimeout(() => flush(), SAVE_AFTER_MS)
    return () => clearTimeout(timer)
    function flush() {
      if (unsaved.current) mutate(unsaved.current)
      unsaved.current = null
    }
  }, [seats, mutate])
  useEffect(() => {
    const leave = () => {
      if (unsaved.current) mutate(unsaved.current)
      unsaved.current = null
    }
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
    }
  }, [mutate])
  const show = (next: readonly Seat[]) => {
    unsaved.current = next
    setSeats(next)
  }
  const change = (next: readonly Seat[]) => {
    setPast([...past.slice(-49), seats])
    show(next)
  }
  const undo = () => {
    const before = past.at(-1)
    if (!before) return
    setPast(past.slice(0, -1))
    show(before)
  }
  return { seats, change, undo, undoable: past.length > 0, save }
}
