import type { IncomingMessage, ServerResponse } from 'node:http'
import { CLASS, type RecordedClass } from './recorded-class'
import { activity, errorRate, lessons, notebooks, progress, report, statistics } from './rest-lesson'
import { RecordedSettings } from './rest-settings'
import { answersTo, runsOf } from './rest-student'

const kept = new WeakMap<RecordedClass, RecordedSettings>()

/** Answers the routes of the views that look back and set up; false, and nothing answered, for any other. */
export async function answerThen(
  request: IncomingMessage,
  response: ServerResponse,
  recorded: RecordedClass,
): Promise<boolean> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://recording')
  const method = request.method ?? 'GET'
  const settings = kept.get(recorded) ?? new RecordedSettings(recorded)
  kept.set(recorded, settings)
  const key = /^\/api\/v1\/keys(?:\/(.+))?$/.exec(pathname)
  if (key) {
    if (method === 'DELETE') settings.keys = settings.keys.filter(({ id }) => id !== key[1])
    return said(response, { keys: settings.keys })
  }
  const path = pathname.slice(`/api/v1/classes/${CLASS.id}`.length)
  const looking = method === 'GET' ? lookBack(path, recorded) : null
  if (looking !== null) return said(response, looking)
  if (path === '/seats/picture') return answerPicture(request, response, settings)
  const notes = /^\/students\/[^/]+\/notes(?:\/(.+))?$/.exec(path)
  if (!notes && !/^\/(settings|members|seats|timetable|join-claims|roster|join-code)(\/|$)/.test(path))
    return false
  const text = (await bytesOf(request)).toString()
  const answer = notes
    ? settings.answerNotes(method, notes[1], text)
    : settings.answer(method, path, searchParams, text)
  return answer !== null && said(response, answer.body)
}

function lookBack(path: string, recorded: RecordedClass): object | null {
  const runs = /^\/students\/([^/]+)\/runs$/.exec(path)
  if (runs) return { student: runs[1], runs: runsOf(recorded, runs[1]!) }
  if (/^\/notebooks\/[^/]+\/statistics$/.test(path)) return { cells: statistics(recorded) }
  if (/^\/notebooks\/[^/]+\/progress$/.test(path)) return progress(recorded)
  if (/^\/notebooks\/[^/]+\/cells\/[^/]+\/answers$/.test(path)) return { answers: answersTo(recorded) }
  switch (path) {
    case '/lessons':
      return { lessons: recorded.students.length > 0 ? lessons() : [] }
    case '/notebooks':
      return { notebooks: notebooks(recorded) }
    case '/activity':
      return activity(recorded)
    case '/error-rate':
      return errorRate()
    case '/report':
      return report(recorded)
    case '/replay':
      return recorded.snapshot()
    default:
      return null
  }
}

function said(response: ServerResponse, body: unknown): true {
  response.writeHead(200, { 'content-type': 'application/json' })
  response.end(JSON.stringify(body))
  return true
}

async function answerPicture(
  request: IncomingMessage,
  response: ServerResponse,
  settings: RecordedSettings,
): Promise<true> {
  if (request.method === 'PUT') {
    const type = request.headers['content-type'] ?? 'application/octet-stream'
    settings.picture = { type, bytes: await bytesOf(request) }
  }
  if (request.method === 'DELETE') settings.picture = null
  if (request.method === 'GET' && settings.picture) {
    response.writeHead(200, { 'content-type': settings.picture.type }).end(settings.picture.bytes)
  } else response.writeHead(request.method === 'GET' ? 404 : 204).end()
  return true
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
