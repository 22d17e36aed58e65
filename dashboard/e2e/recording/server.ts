import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'
import { answerFile } from './built-files'
import { RecordedClass } from './recorded-class'
import { answerRest, signedIn } from './rest'

export interface RecordingOptions {
  readonly students: number
  /** Events per second. */
  readonly rate?: number
  readonly calm?: boolean
  readonly classes?: number
  /** Of the notebook. */
  readonly cells?: number
}

const DELTA_EVERY_MS = 50
const STATUS_EVERY_MS = 5000

/** Plays a class over the real protocol, with the build beside it: what the dashboard sees when no application runs. */
export class RecordingServer {
  readonly class: RecordedClass
  /** The bodies of the hints that were sent. */
  readonly hints: unknown[] = []
  private readonly sockets = new WebSocketServer({ noServer: true })
  private readonly timers: NodeJS.Timeout[] = []
  private silent = false
  private refusing = false
  private owed = 0

  private constructor(
    private readonly http: Server,
    private readonly options: RecordingOptions,
  ) {
    this.class = new RecordedClass(options.students, options.cells ?? 42, options.calm)
  }

  static async start(options: RecordingOptions): Promise<RecordingServer> {
    const http: Server = createServer((request, response) => {
      const path = new URL(request.url ?? '/', 'http://recording').pathname
      if (path.startsWith('/api/')) void answerRest(request, response, options.classes ?? 1, server)
      else void answerFile(path, response, server.class.build)
    })
    const server = new RecordingServer(http, options)
    http.on('upgrade', (request, socket, head) => {
      if (server.refusing || !signedIn(request)) socket.destroy()
      else server.sockets.handleUpgrade(request, socket, head, (opened) => server.greet(opened))
    })
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
    server.play()
    return server
  }

  get url(): string {
    return `http://127.0.0.1:${(this.http.address() as AddressInfo).port}`
  }

  send(frame: object): void {
    if (this.silent) return
    const text = JSON.stringify(frame)
    for (const socket of this.sockets.clients) socket.send(text)
  }

  /** Says nothing more, though connections stand. */
  fallSilent(silent = true): void {
    this.silent = silent
  }

  /** Ends every connection, and refuses new ones for as long as `refusing`. */
  cut(refusing: boolean): void {
    this.refusing = refusing
    for (const socket of this.sockets.clients) socket.terminate()
  }

  stop(): Promise<void> {
    this.timers.forEach((timer) => clearInterval(timer))
    this.cut(true)
    return new Promise((resolve) => {
      this.http.close(() => resolve())
      this.http.closeAllConnections()
    })
  }

  private greet(socket: WebSocket): void {
    if (this.silent) return
    socket.send(JSON.stringify(this.class.snapshot()))
    socket.send(JSON.stringify(this.class.status()))
  }

  private play(): void {
    const perFrame = ((this.options.rate ?? 0) * DELTA_EVERY_MS) / 1000
    const step = () => {
      this.owed += perFrame
      const events = Math.floor(this.owed)
      this.owed -= events
      if (events > 0) this.send(this.class.delta(events))
    }
    this.timers.push(setInterval(step, DELTA_EVERY_MS))
    this.timers.push(setInterval(() => this.send(this.class.status()), STATUS_EVERY_MS))
  }
}
