import { createContext, use, useEffect, useState, useSyncExternalStore } from 'react'
import type { ClassStore, ClassView } from '../live/class-store'
import { openLiveClass, type LiveClass } from '../live/live-class'
import { refusal } from '../session/session'

/** The class on screen: the live one's store, or a class as it once was. */
export const ClassStoreContext = createContext<Pick<ClassStore, 'subscribe' | 'getView'> | null>(null)

/** A live class for as long as the component is on screen; null for the blink before it is opened. */
export function useLiveClass(classId: string): ClassStore | null {
  const [live, setLive] = useState<LiveClass | null>(null)
  useEffect(() => {
    const opened = openLiveClass(classId, () => refusal(classId))
    // The connection is an outside system with a life of its own; it begins and ends with this effect.
    // eslint-disable-next-line react-hooks/set-state-in-effect
    setLive(opened)
    return () => opened.close()
  }, [classId])
  return live?.store ?? null
}

/**
 * One part of the view. `select` must hand back the same thing while that part has not changed; then the component is
 * not rendered again.
 */
export function useClassView<T>(select: (view: ClassView) => T): T {
  const store = use(ClassStoreContext)
  if (!store) throw new Error('no class on screen')
  return useSyncExternalStore(store.subscribe, () => select(store.getView()))
}
