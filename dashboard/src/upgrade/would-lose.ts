import type { QueryClient } from '@tanstack/react-query'
import type { Drafts } from '../class-page/drafts'
import type { TypedFields } from './typed-fields'

/** Whether a reload would take words, an open dialog, something that is shown once or a request that is on its way. */
export function wouldLose(typed: TypedFields, drafts: Drafts, queries: QueryClient): boolean {
  const open = document.querySelector('dialog[open], [data-shown-once]') !== null
  return open || typed.any() || drafts.any() || queries.isMutating() > 0
}
