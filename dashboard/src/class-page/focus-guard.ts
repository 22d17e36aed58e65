/** What may take the focus when something inside it is gone. */
const PLACES = 'ul, ol, form, section, aside, dialog, main, #view'

/**
 * Keeps the keyboard's focus where it was. When what has it is taken away, because data moved or a view changed, the nearest place around it
 * that is still there takes it, and not the top of the page; a button that was out of use for a moment has it back afterwards. Hands back how to
 * stop.
 */
export function guardFocus(page: Document): () => void {
  let path: readonly HTMLElement[] = []
  const remember = ({ target }: FocusEvent) => {
    path = target instanceof HTMLElement ? [target, ...placesAround(target)] : []
  }
  // Who leaves for nothing in particular wants no focus; what is gone or out of use did not leave.
  const forget = ({ target, relatedTarget }: FocusEvent) => {
    if (relatedTarget !== null || !(target instanceof HTMLElement)) return
    queueMicrotask(() => {
      if (path[0] === target && page.activeElement !== target && isUsable(target)) path = []
    })
  }
  const restore = () => {
    const [last] = path
    if (!last || (page.activeElement !== null && page.activeElement !== page.body)) return
    if (!last.isConnected) giveFocus(path.find((place) => place.isConnected))
    else if (isUsable(last)) last.focus({ preventScroll: true })
  }
  const observer = new MutationObserver(restore)
  observer.observe(page.body, { subtree: true, childList: true, attributeFilter: ['disabled'] })
  page.addEventListener('focusin', remember)
  page.addEventListener('focusout', forget)
  return () => {
    observer.disconnect()
    page.removeEventListener('focusin', remember)
    page.removeEventListener('focusout', forget)
  }
}

function isUsable(element: HTMLElement): boolean {
  return element.isConnected && !element.matches(':disabled')
}

function placesAround(element: HTMLElement): HTMLElement[] {
  const places: HTMLElement[] = []
  for (let place = element.parentElement?.closest<HTMLElement>(PLACES); place;) {
    places.push(place)
    place = place.parentElement?.closest<HTMLElement>(PLACES)
  }
  return places
}

function giveFocus(place: HTMLElement | undefined): void {
  if (!place) return
  if (!place.hasAttribute('tabindex')) place.tabIndex = -1
  place.focus({ preventScroll: true })
}
