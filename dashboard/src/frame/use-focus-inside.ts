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

/** After what goes is gone: before, React would not tell of the focus, and what was covered on a narrow screen could not have it. */
function giveBack(before: Element | null): void {
  queueMicrotask(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body
    if (isFree && before instanceof HTMLElement && before.isConnected) before.focus()
  })
}
