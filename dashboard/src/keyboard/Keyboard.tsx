import { useEffect, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { useClassEntry } from '../class-page/class-entry'
import { KEYBOARD_HELP, PALETTE } from '../class-page/later-parts'
import { VIEWS } from '../class-page/views'
import { Dialog } from '../frame/Dialog'
import { PartWaiting } from '../frame/PartWaiting'
import { usePart } from '../frame/use-part'
import { isTyping, OPEN_KEYBOARD, shortcutOf, singleKeysOn } from './shortcuts'

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
      else if (shortcut.kind === 'needs') void toNeed(() => navigate(`/classes/${id}`))
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
  return shown && <Shown key={shown} what={shown} onClose={() => setShown(null)} />
}

function Shown({ what, onClose }: { what: 'palette' | 'help'; onClose: () => void }) {
  const { t } = useTranslation()
  const { name, load } = what === 'palette' ? PALETTE : KEYBOARD_HELP
  const part = usePart<{ default: ComponentType<{ onClose: () => void }> }>(name, load)
  if (part.data) return <part.data.default onClose={onClose} />
  return (
    <Dialog title={t('loading')} onClose={onClose}>
      <PartWaiting part={part} />
    </Dialog>
  )
}

/** To who needs the teacher most: first of the queue or of the rail, which is `elsewhere` than most views. */
async function toNeed(elsewhere: () => void | Promise<void>): Promise<void> {
  if (focusOnNeed()) return
  await elsewhere()
  requestAnimationFrame(() => focusOnNeed())
}

function focusOnNeed(): boolean {
  const name = document.querySelector<HTMLElement>('.rail-name, .help-name')
  name?.focus()
  return name !== null || document.querySelector('.rail') !== null
}
