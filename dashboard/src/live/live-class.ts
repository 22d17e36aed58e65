import { ClassStore } from './class-store'
import { Connection } from './connection'
import type { Ending } from './freshness'

/** One class on screen: its store, and what keeps it true until `close`. */
export interface LiveClass {
  readonly store: ClassStore
  close(): void
}

/** Connects to a class of this origin and follows the tab: hidden, seen again, network back. */
export function openLiveClass(classId: string, refused: () => Promise<Ending | null>): LiveClass {
  const store = new ClassStore()
  const connection = new Connection({
    open: (after) => new WebSocket(liveAddress(classId, after)),
    refused,
    sink: store,
  })
  const seen = () => {
    store.setHidden(document.hidden)
    if (!document.hidden) connection.wake()
  }
  const wake = () => connection.wake()
  document.addEventListener('visibilitychange', seen)
  window.addEventListener('pageshow', wake)
  window.addEventListener('online', wake)
  store.setHidden(document.hidden)
  connection.start()
  return {
    store,
    close: () => {
      connection.stop()
      document.removeEventListener('visibilitychange', seen)
      window.removeEventListener('pageshow', wake)
      window.removeEventListener('online', wake)
    },
  }
}

function liveAddress(classId: string, after: string | null): string {
  const address = new URL('/ws/connect', window.location.href)
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:'
  address.searchParams.set('class', classId)
  if (after !== null) address.searchParams.set('after', after)
  return address.href
}
