import { useRef, useState, type FocusEvent, type PointerEvent } from 'react'

/**
 * Whether the pointer or the keyboard's focus is inside, so that what is there stands still. A finger, and the focus that
 * a click leaves behind, hold nothing: they would hold it for minutes.
 */
export function useHold() {
  const inside = useRef({ pointer: false, focus: false })
  const [held, setHeld] = useState(false)
  const hold = (change: Partial<{ pointer: boolean; focus: boolean }>) => {
    Object.assign(inside.current, change)
    setHeld(inside.current.pointer || inside.current.focus)
  }
  return {
    held,
    handlers: {
      onPointerEnter: (event: PointerEvent) => {
        if (event.pointerType !== 'touch') hold({ pointer: true })
      },
      onPointerLeave: () => hold({ pointer: false }),
      onFocus: (event: FocusEvent) => hold({ focus: event.target.matches(':focus-visible') }),
      // From one to the next inside, the focus has not left.
      onBlur: (event: FocusEvent) => {
        if (!event.currentTarget.contains(event.relatedTarget)) hold({ focus: false })
      },
    },
  }
}
