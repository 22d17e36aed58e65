import { readLocalStorageValue } from '@mantine/hooks'

/** Where it is kept whether single keys are shortcuts: who dictates or has a tremor can turn them off (WCAG 2.1.4). */
export const SINGLE_KEYS = 'cell-monitor-single-keys'

/** The event that asks for the palette or the help (its `detail`) from elsewhere on the page. */
export const OPEN_KEYBOARD = 'cell-monitor-open-keyboard'

/** What a key means on a class's page. */
export type Shortcut =
  | { readonly kind: 'palette' }
  | { readonly kind: 'help' }
  | { readonly kind: 'search' }
  | { readonly kind: 'needs' }
  | { readonly kind: 'view'; readonly place: number }

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>

/** The shortcut of a key press; null when it is none. `typing`: the focus is where text is written. */
export function shortcutOf(event: Pressed, typing: boolean, singleKeys: boolean): Shortcut | null {
  const { key, ctrlKey, metaKey, altKey } = event
  if ((ctrlKey || metaKey) && !altKey && key.toLowerCase() === 'k') return { kind: 'palette' }
  if (ctrlKey || metaKey || altKey || typing || !singleKeys) return null
  if (key === '?') return { kind: 'help' }
  if (key === '/') return { kind: 'search' }
  if (key === 'n') return { kind: 'needs' }
  return /^[1-9]$/.test(key) ? { kind: 'view', place: Number(key) - 1 } : null
}

export function singleKeysOn(): boolean {
  return readLocalStorageValue({ key: SINGLE_KEYS, defaultValue: true })
}

/** Whether keys belong to what has the focus. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  const field = target.closest('input, textarea, select, [contenteditable]')
  return field !== null && !(field instanceof HTMLInputElement && ['radio', 'checkbox'].includes(field.type))
}
