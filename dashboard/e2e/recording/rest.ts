import type { IncomingMessage, ServerResponse } from 'node:http'
import { answerClass } from './class-rest'
import { CLASS, type RecordedClass } from './recorded-class'
import { answerThen } from './rest-then'

export const TEACHER = { username: 'teacher', password: 'lesson-three' }
const COOKIE = 'cell-monitor-session=recorded'

export function signedIn(request: IncomingMessage): boolean {
  return request.headers.cookie?.includes(COOKIE) ?? false
}

/** The class that plays, what was sent to its students, and how everybody is told. */
export interface LiveRecording {
  readonly class: RecordedClass
  readonly hints: unknown[]
  send(frame: object): void
}

/** The routes of docs/protocol.md that the dashboard uses. */
export async function answerRest(
  request: IncomingMessage,
  response: ServerResponse,
  classes: number,
  live: LiveRecording,
): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://recording').pathname
  if (signedIn(request) && (await answerThen(request, response, live.class))) return
  if (path.startsWith(`/api/v1/classes/${CLASS.id}/`)) await answerOfClass(path, request, response, live)
  else if (request.method === 'POST') {
    const { username, password } = JSON.parse(await bodyOf(request)) as typeof TEACHER
    const right = username === TEACHER.username && password === TEACHER.password
    if (right) response.writeHead(204, { 'set-cookie': `${COOKIE}; HttpOnly; SameSite=Lax; Path=/` }).end()
    else refuse(response)
  } else if (request.method === 'DELETE') {
    response.writeHead(204, { 'set-cookie': 'cell-monitor-session=; Max-Age=0; Path=/' }).end()
  } else if (signedIn(request)) {
    const first = { ...CLASS, joinCode: live.class.joinCode }
    const second = {
      id: '3b2f8a00-0000-4000-8000-000000000004',
      name: 'Data Science',
      zone: 'UTC',
      joinCode: 'M4T-9XW',
    }
    const session = { username: TEACHER.username, displayName: '高田 先生', role: 'teacher' }
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ ...session, classes: [first, second].slice(0, classes) }))
  } else refuse(response)
}

async function answerOfClass(
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
  live: LiveRecording,
): Promise<void> {
  if (!signedIn(request)) {
    refuse(response)
    return
  }
  const body: unknown = request.method === 'POST' ? JSON.parse((await bodyOf(request)) || 'null') : null
  const { status, body: said, frame } = answerClass(path, body, live.class, live.hints) ?? { status: 404 }
  response.writeHead(status, {
    'content-type': status < 400 ? 'application/json' : 'application/problem+json',
  })
  response.end(JSON.stringify(said ?? { type: 'about:blank', title: 'Not Found', status }))
  if (frame) live.send(frame)
}

function refuse(response: ServerResponse): void {
  response.writeHead(401, { 'content-type': 'application/problem+json' })
  response.end(JSON.stringify({ type: 'about:blank', title: 'Unauthorized', status: 401 }))
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let body = ''
  for await (const chunk of request) body += String(chunk)
  return body
}
