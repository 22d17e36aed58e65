import { useLayoutEffect, useRef } from 'react'

/** For what opens beside the rest: it has the keyboard's focus at first, and who closes it from within is where they were before. */
export function useFocusInside<T extends HTMLElement>() {
  const inside = useRef<T>(null)
  // While it is still there, so that it can be told whether it had the focus.
  useLayoutEffect(() => {
    const opened = inside.current
    const before = document.activeElement
    opened?.focus({ preventScroll: true })
    return () => {
      if (opened?.contains(document.activeElement)) giveBack(before)
    }
  }, [])
  return inside
}

/** What was covered on a narrow screen can have the focus only when the cover is gone. */
function giveBack(before: Element | null): void {
  if (!(before instanceof HTMLElement) || !before.isConnected) return
  before.focus()
  if (before.closest('[inert]')) queueMicrotask(() => before.focus())
}
