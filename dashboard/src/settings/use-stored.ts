import { useEffect, useRef } from 'react'

/** Tells a form when what is stored is another than before, by a save, an undo or somebody else; its fields stay where they are, and so does the focus. */
export function useStored<T>(stored: T, onChange: (stored: T) => void): void {
  const told = useRef(JSON.stringify(stored))
  useEffect(() => {
    const now = JSON.stringify(stored)
    if (now === told.current) return
    told.current = now
    onChange(stored)
  })
}
