import { lazy, Suspense, useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { VIEWS } from '../class-page/views'
import { isTyping, OPEN_KEYBOARD, shortcutOf, singleKeysOn } from './shortcuts'

const Palette = lazy(() => import('./Palette'))
const KeyboardHelp = lazy(() => import('./KeyboardHelp'))

/** Listens to the page's shortcuts and shows palette and help. */
export function Keyboard() {
  const { id } = useClassEntry()
  const navigate = useNavigate()
  const [shown, setShown] = useState<'palette' | 'help' | null>(null)
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || (document.querySelector('dialog[open]') && event.key !== 'k')) return
      const shortcut = shortcutOf(event, isTyping(event.target), singleKeysOn())
      if (!shortcut) return
      const view = shortcut.kind === 'view' ? VIEWS[shortcut.place] : undefined
      if (shortcut.kind === 'view' && !view) return
      event.preventDefault()
      if (view) void navigate(`/classes/${id}/${view.path}`)
      else if (shortcut.kind === 'search') document.getElementById('search')?.focus()
      else if (shortcut.kind === 'needs') focusOnNeed()
      else if (shortcut.kind !== 'view') setShown(shortcut.kind)
    }
    const open = (event: Event) => setShown((event as CustomEvent<'palette' | 'help'>).detail)
    document.addEventListener('keydown', press)
    document.addEventListener(OPEN_KEYBOARD, open)
    return () => {
      document.removeEventListener('keydown', press)
      document.removeEventListener(OPEN_KEYBOARD, open)
    }
  }, [id, navigate])
  const close = () => setShown(null)
  return (
    <Suspense fallback={null}>
      {shown === 'palette' && <Palette onClose={close} />}
      {shown === 'help' && <KeyboardHelp onClose={close} />}
    </Suspense>
  )
}

/** Who needs the teacher most: first of the rail, or of the queue. */
function focusOnNeed(): void {
  document.querySelector<HTMLElement>('.rail-name, .help-name')?.focus()
}
