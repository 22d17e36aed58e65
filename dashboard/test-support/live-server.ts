import type { AddressInfo } from 'node:net'
import { WebSocketServer, type WebSocket } from 'ws'

/** A real WebSocket server for the connection's tests: what it was asked, and what it shall say. */
export class LiveServer {
  /** The `after` of each connection, in order. */
  readonly connections: (string | null)[] = []
  readonly received: unknown[] = []
  private readonly server: WebSocketServer
  private latest: WebSocket | undefined

  private constructor(port: number, greeting: (after: string | null) => object[]) {
    this.server = new WebSocketServer({ host: '127.0.0.1', port })
    this.server.on('connection', (socket, request) => {
      const after = new URL(request.url ?? '/', 'http://live').searchParams.get('after')
      this.connections.push(after)
      this.latest = socket
      socket.on('message', (data: Buffer) => this.received.push(JSON.parse(data.toString())))
      for (const frame of greeting(after)) this.send(frame)
    })
  }

  static async start(greeting: (after: string | null) => object[], port = 0): Promise<LiveServer> {
    const live = new LiveServer(port, greeting)
    await new Promise<void>((resolve) => live.server.once('listening', resolve))
    return live
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port
  }

  send(frame: object): void {
    this.latest?.send(JSON.stringify(frame))
  }

  /** Sends what is no frame at all. */
  sendText(text: string): void {
    this.latest?.send(text)
  }

  cut(): void {
    this.latest?.terminate()
  }

  stop(): Promise<void> {
    for (const socket of this.server.clients) socket.terminate()
    return new Promise((resolve) => this.server.close(() => resolve()))
  }
}
