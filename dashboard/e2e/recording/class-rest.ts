import type { RecordedClass } from './recorded-class'

/** Another teacher of the class. */
export const COLLEAGUE = { teacher: '9c000000-0000-4000-8000-000000000002', name: '森 先生' }
const SELF = { teacher: '9c000000-0000-4000-8000-000000000001', name: '高田 先生' }
const TEAMS = ['A', 'B', 'C', 'D', 'E']

/** What a route says: a status, a body, and the frame that everybody sees because of it. */
export interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly frame?: object | null
}

/** The routes of a class that its live views use; `sent` keeps the hints. Null: there is no such route. */
export function answerClass(
  path: string,
  body: unknown,
  recorded: RecordedClass,
  sent: unknown[],
): Answer | null {
  const help = /\/help\/([^/]+)\/(claim|on-my-way|release|resolve)$/.exec(path)
  if (help) return moveHelp(recorded, help[1]!, help[2]!)
  const cluster = /\/clusters\/([^/]+)$/.exec(path)
  if (cluster) return clusterDetail(recorded, cluster[1]!)
  if (path.endsWith('/hints')) {
    sent.push(body)
    return { status: 202, body: { hint_ids: (body as { students: string[] }).students } }
  }
  if (path.endsWith('/students')) return { status: 200, body: { students: roster(recorded) } }
  return null
}

/** Claims as a colleague would, at another desk. */
export function claimedByColleague(recorded: RecordedClass, request: string): object | null {
  const claim = { ...COLLEAGUE, at: new Date().toISOString() }
  return recorded.helped(request, { state: 'on_my_way', claim })
}

function moveHelp(recorded: RecordedClass, request: string, verb: string): Answer {
  const known = recorded.help.find((one) => one.request === request)
  if (!known) return { status: 404, body: problem(404) }
  const others = known.claim && known.claim.teacher !== SELF.teacher
  if (others && verb !== 'resolve')
    return { status: 409, body: { ...problem(409), teacher: known.claim?.name } }
  const states = { claim: 'claimed', 'on-my-way': 'on_my_way', release: 'waiting', resolve: 'resolved' }
  const state = states[verb as keyof typeof states]
  const claim = verb === 'release' ? null : { ...SELF, at: new Date().toISOString() }
  const frame = recorded.helped(request, { state, claim })
  const body = {
    request_id: request,
    student: known.student,
    state,
    teacher_id: SELF.teacher,
    teacher: SELF.name,
  }
  return { status: 200, body, frame }
}

function problem(status: number) {
  return { type: 'about:blank', title: 'Refused', status }
}

function roster(recorded: RecordedClass) {
  const known = recorded.students.map(({ student, name }, place) => ({
    student,
    name,
    reading: null,
    studentNumber: `24A${String(1000 + ((place * 37) % 900))}`,
    team: TEAMS[place % TEAMS.length],
    joined: true,
  }))
  const missing = ['石井 匠', '原田 楓']
    .slice(0, recorded.students.length > 0 ? 2 : 0)
    .map((name, place) => ({
      student: `5e0c2a10-0000-4000-8000-99999999999${place}`,
      name,
      reading: null,
      studentNumber: `24A199${place}`,
      team: null,
      joined: false,
    }))
  return [...known, ...missing]
}

/** Everybody in rows. */
export function seatsOf(recorded: RecordedClass) {
  const columns = Math.max(4, Math.ceil(Math.sqrt(recorded.students.length * 1.7)))
  const rows = Math.ceil(recorded.students.length / columns)
  return recorded.students.map(({ student }, place) => ({
    student,
    x: ((place % columns) + 0.5) / columns,
    y: (Math.floor(place / columns) + 0.5) / rows,
  }))
}

function clusterDetail(recorded: RecordedClass, id: string): Answer {
  const cluster = recorded.clusters.find((one) => one.cluster === id)
  if (!cluster) return { status: 404, body: problem(404) }
  const named = (student: string) => recorded.students.find((one) => one.student === student)?.name ?? null
  const students = cluster.students.map((student) => ({
    student,
    name: named(student),
    since: cluster.since,
    runs: 4,
    solvedAt: null,
  }))
  const other = recorded.students.slice(0, 2)
  return { status: 200, body: { cluster, students, example: example(students[0]), ways: other.map(way) } }
}

function example(first: { student: string; name: string | null } | undefined) {
  if (!first) return null
  const errorMessage = "name 'totl' is not defined"
  const code =
    'prices = [120, 80, 240]\ntotal = 0\nfor price in prices:\n    total += price\nprint(totl / len(prices))'
  const traceback = `NameError                 Traceback (most recent call last)\nCell In[12], line 5\n----> 5 print(totl / len(prices))\n\nNameError: ${errorMessage}`
  const at = new Date().toISOString()
  return { ...first, code, errorName: 'NameError', errorMessage, traceback, at }
}

function way({ student, name }: { student: string; name: string | null }) {
  const before = 'total = 0\nfor price in prices:\n    total += price\nprint(totl / len(prices))'
  return { student, name, before, after: before.replace('totl', 'total'), at: new Date().toISOString() }
}
