import { afterEach, expect, test, vi } from 'vitest'
import { WebSocket } from 'ws'
import { aDelta, aSnapshot, aStatus, aStudent } from '../../test-support/frames'
import { LiveServer } from '../../test-support/live-server'
import { ClassStore } from './class-store'
import { Connection } from './connection'
import type { Ending, Link } from './freshness'
import type { SocketLike } from './socket'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** The store, remembering what the connection said about itself. */
class WatchedStore extends ClassStore {
  lastLink: Link | null = null
  override linkChanged(link: Link): void {
    this.lastLink = link
    super.linkChanged(link)
  }
}

async function serve(greeting: (after: string | null) => object[], port = 0): Promise<LiveServer> {
  const server = await LiveServer.start(greeting, port)
  cleanups.push(() => server.stop())
  return server
}

function connect(port: number, refused: () => Promise<Ending | null> = () => Promise.resolve(null)) {
  const store = new WatchedStore()
  const open = (after: string | null) =>
    new WebSocket(
      `ws://127.0.0.1:${port}/${after === null ? '' : `?after=${after}`}`,
    ) as unknown as SocketLike
  const connection = new Connection({ open, refused, sink: store })
  cleanups.push(() => connection.stop())
  connection.start()
  return { store, connection }
}

const greeting = () => [aSnapshot('5-0', { students: [aStudent('a')] })]
/** A busy machine takes its time; what is asserted is that it happens. */
const patiently = (check: () => void) => vi.waitFor(check, 10_000)
const at = (store: ClassStore, place: string) => patiently(() => expect(store.at).toBe(place))

test('a snapshot and the deltas after it are folded', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.send(aDelta('5-0', '6-0'))
  await at(store, '6-0')
  expect(store.lastLink).toMatchObject({ connected: true, ending: null })
})

test('after a cut it comes back where it was', async () => {
  const server = await serve((after) => (after === null ? greeting() : [aDelta(after, '7-0')]))
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.cut()
  await at(store, '7-0')
  expect(server.connections).toEqual([null, '5-0'])
})

test('a gap asks to resume from what is known, and for the status: it may be of a newer application', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.send(aDelta('6-0', '7-0'))
  const asked = [{ type: 'resume', after: '5-0' }, { type: 'ping' }]
  await patiently(() => expect(server.received).toEqual(asked))
  server.send(aDelta('5-0', '7-0'))
  await at(store, '7-0')
  expect(server.received).toEqual(asked)
})

test('what cannot be read is a gap, not an end', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.sendText('{"type":"delta","after":"5-0"}')
  server.send(aDelta('6-0', '7-0'))
  const asked = [{ type: 'resume', after: '5-0' }, { type: 'ping' }]
  await patiently(() => expect(server.received).toEqual(asked))
  server.send(aDelta('5-0', '7-0'))
  await at(store, '7-0')
  expect(server.received).toEqual(asked)
  expect(server.connections).toEqual([null])
  expect(store.lastLink?.connected).toBe(true)
})

test('a server that is not there yet is tried again', async () => {
  const first = await LiveServer.start(greeting)
  const { port } = first
  await first.stop()
  const { store } = connect(port)
  await new Promise((resolve) => setTimeout(resolve, 300))
  await serve(greeting, port)
  await at(store, '5-0')
})

test('a refused socket ends when the session says why', async () => {
  const { store } = connect(1, () => Promise.resolve('forbidden'))
  await patiently(() => expect(store.lastLink?.ending).toBe('forbidden'))
})

test('a bye because of signing out ends; any other comes back', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.send({ type: 'bye', reason: 'shutdown', reconnect: true })
  await patiently(() => expect(server.connections).toHaveLength(2))
  await patiently(() => expect(store.lastLink?.connected).toBe(true))
  server.send({ type: 'bye', reason: 'signed_out', reconnect: false })
  await patiently(() => expect(store.lastLink).toMatchObject({ ending: 'signed_out', connected: false }))
})

test('a bye because the class is no longer ours ends as forbidden', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.send({ type: 'bye', reason: 'revoked', reconnect: false })
  await patiently(() => expect(store.lastLink).toMatchObject({ ending: 'forbidden', connected: false }))
})

test('a stale server is remembered since when, until it is well again', async () => {
  const server = await serve(greeting)
  const { store } = connect(server.port)
  await at(store, '5-0')
  server.send(aStatus('5-0', true))
  await patiently(() => expect(store.lastLink?.serverStaleSince).not.toBeNull())
  const since = store.lastLink?.serverStaleSince
  server.send(aStatus('5-0', true))
  server.send(aDelta('5-0', '6-0'))
  await at(store, '6-0')
  expect(store.lastLink?.serverStaleSince).toBe(since)
  server.send(aStatus('6-0'))
  await patiently(() => expect(store.lastLink?.serverStaleSince).toBeNull())
})

test('waking asks whether the server still answers', async () => {
  const server = await serve(greeting)
  const { store, connection } = connect(server.port)
  await at(store, '5-0')
  connection.wake()
  await patiently(() => expect(server.received).toEqual([{ type: 'ping' }]))
})
