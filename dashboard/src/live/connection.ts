import { retryDelay } from './backoff'
import { readFrame, type Frame, type Status } from './frames'
import { NO_LINK, STALE_AFTER_MS, type Ending, type Link } from './freshness'
import { GapWatch, type Repair } from './gap'
import { openSocket, type Socket, type SocketLike } from './socket'

/** Where frames go. */
export interface FrameSink {
  /** The stream id at which the sink's state is true; null before the first snapshot. */
  readonly at: string | null
  /** False when a delta does not follow what the sink knows. */
  apply(frame: Frame): boolean
  linkChanged(link: Link): void
}

export interface ConnectionOptions {
  /** Opens a WebSocket that carries on after the given stream id, or begins with a snapshot when it is null. */
  readonly open: (after: string | null) => SocketLike
  /** Asked when a socket could not be opened, for a browser does not tell why: null means try again. */
  readonly refused: () => Promise<Ending | null>
  readonly sink: FrameSink
}

/**
 * Keeps one class on screen true: connects, folds frames into the sink, notices gaps and silence, comes back with
 * backoff. One timer at most waits at any time. `start` once, `stop` for good.
 */
export class Connection {
  private readonly gaps = new GapWatch()
  private socket: Socket | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private attempt = 0
  private stopped = false
  private link: Link = NO_LINK

  constructor(private readonly options: ConnectionOptions) {}

  start(): void {
    this.connect()
  }

  stop(): void {
    this.stopped = true
    this.drop()
  }

  /** The tab is in front again or the network is back: do not sit out a backoff, do not trust a silent socket. */
  wake(): void {
    if (this.stopped || this.link.ending) return
    const silent = Date.now() - (this.link.lastFrameAt ?? 0) > STALE_AFTER_MS
    if (this.socket && this.link.connected && !silent) this.socket.send({ type: 'ping' })
    else if (!this.socket || silent) this.reconnectNow()
  }

  private connect(): void {
    const socket = openSocket(() => this.options.open(this.options.sink.at), {
      opened: () => {
        this.changed({ connected: true, restarting: false })
        this.watchSilence()
      },
      message: (text) => this.received(text),
      closed: (opened) => void this.lost(opened),
    })
    this.socket = socket
  }

  private received(text: string): void {
    const frame = readFrame(text)
    // A frame that cannot be read is a frame that went missing: the next delta will not fit.
    if (frame === null) return
    this.watchSilence()
    this.changed({ lastFrameAt: Date.now() })
    switch (frame.type) {
      case 'snapshot':
      case 'delta':
        this.folded(this.options.sink.apply(frame))
        break
      case 'status':
        this.options.sink.apply(frame)
        this.told(frame)
        break
      case 'bye':
        this.goodbye(frame.reason, frame.reconnect)
        break
    }
  }

  private told(status: Status): void {
    const since = Date.parse(status.staleSince ?? status.serverTime)
    this.changed({
      serverStaleSince: status.stale ? (this.link.serverStaleSince ?? since) : null,
      storeLag: Math.max(0, ...Object.values(status.lag).map(({ milliseconds }) => milliseconds)),
    })
    this.repair(this.gaps.status(status.at, this.options.sink.at))
  }

  private folded(fits: boolean): void {
    if (!fits) {
      this.repair(this.gaps.deltaDidNotFit())
      return
    }
    this.gaps.applied()
    this.attempt = 0
  }

  private repair(repair: Repair): void {
    const after = this.options.sink.at
    if (repair === 'resume' && after !== null) {
      this.socket?.send({ type: 'resume', after })
      // Frames that do not fit may be those of a newer application: its status says so.
      this.socket?.send({ type: 'ping' })
    }
    if (repair === 'reconnect') this.retryLater()
  }

  private goodbye(reason: string, reconnect: boolean): void {
    this.changed({ restarting: reason === 'shutdown' })
    if (reason === 'signed_out') this.end('signed_out')
    else if (reason === 'revoked') this.end('forbidden')
    else if (reconnect) this.retryLater()
    else this.end('closed')
  }

  private watchSilence(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => this.reconnectNow(), STALE_AFTER_MS)
  }

  private async lost(opened: boolean): Promise<void> {
    this.retryLater()
    if (opened) return
    const ending = await this.options.refused()
    if (ending && !this.stopped && !this.link.connected) this.end(ending)
  }

  private retryLater(): void {
    this.drop()
    this.timer = setTimeout(() => this.connect(), retryDelay(this.attempt++))
  }

  private reconnectNow(): void {
    this.drop()
    this.connect()
  }

  private end(ending: Ending): void {
    this.drop()
    this.changed({ ending })
  }

  private drop(): void {
    clearTimeout(this.timer)
    this.socket?.close()
    this.socket = null
    this.gaps.applied()
    if (this.link.connected) this.changed({ connected: false })
  }

  private changed(change: Partial<Link>): void {
    this.link = { ...this.link, ...change }
    this.options.sink.linkChanged(this.link)
  }
}
