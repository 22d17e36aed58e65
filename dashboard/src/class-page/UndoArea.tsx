import { Button, CloseButton } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { UNDO_MS, UndoContext, type Soon } from './undo'
import './undo.css'

/** Gives everything inside a way to act with an undo, and shows what can be taken back just now. */
export function UndoArea({ children }: { children: ReactNode }) {
  const { t } = useTranslation()
  const [waiting, setWaiting] = useState<readonly Soon[]>([])
  const [said, setSaid] = useState<string | null>(null)
  const timers = useRef(new Map<string, { timer: ReturnType<typeof setTimeout>; act: () => void }>())

  const undo = useMemo(() => {
    const forget = (key: string) => {
      clearTimeout(timers.current.get(key)?.timer)
      timers.current.delete(key)
      setWaiting((now) => now.filter((action) => action.key !== key))
    }
    const soon = (action: Soon) => {
      if (timers.current.has(action.key)) return
      const act = () => {
        forget(action.key)
        action.run().catch(() => setSaid(action.failed))
      }
      timers.current.set(action.key, { timer: setTimeout(act, UNDO_MS), act })
      setSaid(null)
      setWaiting((now) => [...now, action])
    }
    return { forget, soon, say: setSaid }
  }, [])

  // Who leaves the page meant what they did.
  useEffect(() => {
    const pending = timers.current
    const actNow = () => [...pending.values()].forEach(({ act }) => act())
    window.addEventListener('pagehide', actNow)
    return () => {
      window.removeEventListener('pagehide', actNow)
      actNow()
    }
  }, [])

  const value = useMemo(
    () => ({ pending: new Set(waiting.map(({ key }) => key)), soon: undo.soon, say: undo.say }),
    [waiting, undo],
  )
  return (
    <UndoContext value={value}>
      {children}
      <div className="undo-area" role="status">
        {said !== null && (
          <p className="undo-line" data-problem>
            <span>{said}</span>
            <CloseButton aria-label={t('undo.close')} onClick={() => setSaid(null)} />
          </p>
        )}
        {waiting.map((action) => (
          <p key={action.key} className="undo-line">
            <span>{action.text}</span>
            <Button size="compact-sm" variant="default" onClick={() => undo.forget(action.key)}>
              {t('undo.undo')}
            </Button>
          </p>
        ))}
      </div>
    </UndoContext>
  )
}
