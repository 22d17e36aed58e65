import { useQueryClient } from '@tanstack/react-query'
import { use, useEffect, useState } from 'react'
import { useClassView } from '../class-page/class-view'
import { DraftsContext } from '../class-page/drafts'
import { useUndo } from '../class-page/undo'
import { UNDO_MS } from '../class-page/undo-lines'
import { buildOf, servedBuild } from './build'
import { TypedFields } from './typed-fields'
import { wouldLose } from './would-lose'

const LOOK_EVERY_MS = 1000
/** Nobody pressed anything for so long: then nothing can be taken back any more either. */
const STILL_MS = UNDO_MS + 2000
/** Not all pages of a school at once, milliseconds. */
const SPREAD_MS = 5000
/** The page that would come is of this build still, or none comes: asked again after so long. */
const ASK_AGAIN_MS = 10_000
/** For which build this tab has loaded itself anew: once is enough, for another instance may still serve the old one. */
const RELOADED_FOR = 'cell-monitor-reloaded-for'

/** The build that the application serves when it is another than this page's; null: there is none. */
export function useOtherBuild(): string | null {
  const served = useClassView(({ build }) => build)
  const [own] = useState(() => buildOf(document))
  return own !== null && served !== own ? served : null
}

/** Loads the page anew when the application serves another build, as soon as nothing is lost by it. */
export function useUpgrade(): void {
  const build = useOtherBuild()
  const queries = useQueryClient()
  const drafts = use(DraftsContext)
  const { pending } = useUndo()
  const [typed] = useState(() => new TypedFields())
  const busy = pending.size > 0
  useEffect(() => typed.listen(document), [typed])
  useEffect(() => {
    if (build === null || busy || sessionStorage.getItem(RELOADED_FOR) === build) return
    return whenStill(async () => {
      if (wouldLose(typed, drafts, queries)) return
      const served = await servedBuild()
      // Meanwhile somebody may have begun to write.
      if (served === null || served === buildOf(document) || wouldLose(typed, drafts, queries)) return
      sessionStorage.setItem(RELOADED_FOR, build)
      window.location.reload()
    })
  }, [build, busy, typed, drafts, queries])
}

/** Tries again and again while nobody presses anything, until the returned function is called. */
function whenStill(attempt: () => Promise<void>): () => void {
  let next = Date.now() + Math.random() * SPREAD_MS
  const pressed = () => {
    next = Math.max(next, Date.now() + STILL_MS)
  }
  const timer = setInterval(() => {
    if (Date.now() < next) return
    next = Date.now() + ASK_AGAIN_MS
    void attempt()
  }, LOOK_EVERY_MS)
  const events = ['pointerdown', 'keydown', 'wheel'] as const
  events.forEach((name) => document.addEventListener(name, pressed, { capture: true, passive: true }))
  return () => {
    clearInterval(timer)
    events.forEach((name) => document.removeEventListener(name, pressed, { capture: true }))
  }
}
