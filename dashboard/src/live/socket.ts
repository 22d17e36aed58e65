/** The part of the browser's WebSocket that the connection needs; `ws` in tests has it too. */
export interface SocketLike {
  readonly readyState: number
  send(data: string): void
  close(): void
  onopen: ((event: never) => void) | null
  onmessage: ((event: never) => void) | null
  onclose: ((event: never) => void) | null
  onerror: ((event: never) => void) | null
}

export interface SocketHandlers {
  opened(): void
  message(text: string): void
  /** Once, however it ended; `opened` says whether it ever stood. */
  closed(opened: boolean): void
}

export interface Socket {
  send(message: unknown): void
  close(): void
}

const OPEN = 1
const OPEN_TIMEOUT_MS = 10_000

/** Opens one WebSocket, with a time limit, and reports its end exactly once. Closing it here reports nothing. */
export function openSocket(create: () => SocketLike, handlers: SocketHandlers): Socket {
  const socket = create()
  let opened = false
  let ended = false
  const end = (report: boolean) => {
    if (ended) return
    ended = true
    clearTimeout(timer)
    socket.onopen = socket.onmessage = socket.onclose = null
    // `ws` throws an error event that nobody hears; a browser does not mind.
    socket.onerror = () => undefined
    socket.close()
    if (report) handlers.closed(opened)
  }
  const timer = setTimeout(() => end(true), OPEN_TIMEOUT_MS)
  socket.onopen = () => {
    opened = true
    clearTimeout(timer)
    handlers.opened()
  }
  socket.onmessage = (event: { data: unknown }) => {
    if (typeof event.data === 'string') handlers.message(event.data)
  }
  socket.onclose = () => end(true)
  socket.onerror = () => end(true)
  return {
    send: (message) => {
      if (!ended && socket.readyState === OPEN) socket.send(JSON.stringify(message))
    },
    close: () => end(false),
  }
}
