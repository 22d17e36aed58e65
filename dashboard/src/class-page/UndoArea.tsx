import { Button, CloseButton } from '@mantine/core'
import { useEffect, useMemo, useRef, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { isTyping } from '../keyboard/shortcuts'
import { useOnTheWall } from './on-the-wall'
import { UndoContext } from './undo'
import { UndoLines } from './undo-lines'
import './undo.css'

/** Gives everything inside a way to act with an undo, and shows what can be taken back just now; on the wall nothing, for it has names. */
export function UndoArea({ children }: { children: ReactNode }) {
  const [lines] = useState(() => new UndoLines())
  const { pending } = useSyncExternalStore(lines.subscribe, lines.getShown)
  const onTheWall = useOnTheWall()
  useSettling(lines, onTheWall)
  useUndoByKey(lines)
  const undo = useMemo(
    () => ({ pending, soon: lines.soon, done: lines.done, say: lines.say }),
    [pending, lines],
  )
  return (
    <UndoContext value={undo}>
      {children}
      {!onTheWall && <Lines lines={lines} />}
    </UndoContext>
  )
}

function Lines({ lines: all }: { lines: UndoLines }) {
  const { t } = useTranslation()
  const { lines, said } = useSyncExternalStore(all.subscribe, all.getShown)
  const before = useRef<Element | null>(null)
  // A line that is gone gives the focus back to where it came from.
  const goBack = () => {
    if (before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }
  return (
    <section
      className="undo-area"
      role="status"
      onPointerEnter={all.hold}
      onPointerLeave={all.release}
      onFocus={({ currentTarget, relatedTarget }) => {
        all.hold()
        if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget
      }}
      onBlur={all.release}
    >
      {said !== null && (
        <p className="undo-line" data-problem>
          <span>{said}</span>
          <CloseButton
            aria-label={t('undo.close')}
            onClick={() => {
              all.say(null)
              goBack()
            }}
          />
        </p>
      )}
      {lines.map(({ key, text }) => (
        <p key={key} className="undo-line">
          <span>{text}</span>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              all.undo(key)
              goBack()
            }}
          >
            {t('undo.undo')}
          </Button>
        </p>
      ))}
    </section>
  )
}

/** Who leaves the page, or puts the class on the wall, meant what they did. */
function useSettling(lines: UndoLines, onTheWall: boolean): void {
  useEffect(() => {
    window.addEventListener('pagehide', lines.settleAll)
    return () => {
      window.removeEventListener('pagehide', lines.settleAll)
      lines.settleAll()
    }
  }, [lines])
  useEffect(() => {
    if (onTheWall) lines.settleAll()
  }, [lines, onTheWall])
}

/** Ctrl+Z takes the last one back, wherever the focus is but in a text. */
function useUndoByKey(lines: UndoLines): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const { key, ctrlKey, metaKey, shiftKey, altKey } = event
      if (key.toLowerCase() !== 'z' || !(ctrlKey || metaKey) || shiftKey || altKey) return
      if (event.defaultPrevented || isTyping(event.target) || lines.getShown().lines.length === 0) return
      event.preventDefault()
      lines.undo()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [lines])
}
