import { useCallback, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import './words'

/** How long something can be taken back. */
export const UNDO_MS = 10_000

interface Offer {
  readonly text: string
  readonly takeBack: () => void
  /** Done when the time is over without an undo. */
  readonly settle: () => void
}

/**
 * "Undo" instead of "are you sure": what was done is said with a way back for ten seconds. `offer` replaces the offer
 * before, which is settled then, as it is when the view is left.
 */
export function useUndo() {
  const [offered, setOffered] = useState<Offer | null>(null)
  const open = useRef<Offer | null>(null)
  const close = useCallback((how: 'settle' | 'takeBack') => {
    const last = open.current
    open.current = null
    setOffered(null)
    last?.[how]()
  }, [])
  const offer = useCallback((text: string, takeBack: () => void, settle: () => void = () => undefined) => {
    open.current?.settle()
    open.current = { text, takeBack, settle }
    setOffered(open.current)
  }, [])
  useEffect(() => {
    if (!offered) return
    const timer = setTimeout(() => close('settle'), UNDO_MS)
    return () => clearTimeout(timer)
  }, [offered, close])
  useEffect(() => {
    const leave = () => open.current?.settle()
    window.addEventListener('pagehide', leave)
    return () => {
      window.removeEventListener('pagehide', leave)
      leave()
      open.current = null
    }
  }, [])
  return { offer, bar: <UndoBar offered={offered} onUndo={() => close('takeBack')} /> }
}

function UndoBar({ offered, onUndo }: { offered: Offer | null; onUndo: () => void }) {
  const { t } = useTranslation('view')
  return (
    <div role="status">
      {offered && (
        <div className="undo-bar">
          <span>{offered.text}</span>
          <button type="button" onClick={onUndo}>
            {t('undo')}
          </button>
        </div>
      )}
    </div>
  )
}
