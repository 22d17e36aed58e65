import type { components } from '../../src/api/schema'
import { seatsOf } from './class-rest'
import { CLASS, type RecordedClass } from './recorded-class'

type Schemas = components['schemas']

/** What a teacher of the recording has set; kept as long as its server runs. */
export class RecordedSettings {
  settings: Schemas['ClassSettings'] = {
    name: CLASS.name,
    zone: CLASS.zone,
    dayStart: '04:00',
    rules: { failingRuns: 3, stuckAfterSeconds: 180, awayAfterSeconds: 300 },
    consentRequired: false,
  }
  members: Schemas['Member'][]
  /** Whoever has an account, whether they are a member or not. */
  private readonly accounts: readonly Schemas['Member'][]
  seats: Schemas['Seat'][]
  /** Of the room, as it came. */
  picture: { readonly type: string; readonly bytes: Buffer } | null = null
  slots: Schemas['TimetableSlot'][] = [{ weekday: 2, from: '13:00', to: '14:30', title: 'Python 101' }]
  claims: Schemas['JoinClaim'][] = [claim(1, '加藤 玲', '24A1001', 'already_joined')]
  keys: Schemas['Key'][] = [
    {
      id: '0f000000-0000-4000-8000-000000000001',
      name: 'JupyterHub',
      realm: 'school',
      trusted: true,
      classes: [CLASS.id],
      createdAt: '2026-11-01T00:00:00Z',
    },
  ]
  notes: Schemas['Note'][] = []

  constructor(private readonly recorded: RecordedClass) {
    const { ownRole } = recorded
    const others = ownRole === 'teacher' ? 'assistant' : 'teacher'
    this.members = [member(1, 'teacher', '高田 先生', ownRole), member(2, 'mori', '森 先生', others)]
    this.accounts = [...this.members]
    this.seats = seatsOf(recorded)
  }

  /** What the route says; null when there is no such route here. */
  answer(method: string, path: string, query: URLSearchParams, text: string): { body: unknown } | null {
    const body = () => JSON.parse(text) as unknown
    const [, part, name] = /^\/([^/]+)(?:\/(.+))?$/.exec(path) ?? []
    switch (part) {
      case 'settings':
        if (method === 'PUT') this.settings = body() as Schemas['ClassSettings']
        return { body: this.settings }
      case 'members':
        return this.changeMembers(method, name, text)
      case 'seats':
        if (method === 'PUT') this.seats = (body() as Schemas['Seats']).seats
        return { body: { seats: this.seats, picture: this.picture !== null } }
      case 'join-code':
        this.recorded.joinCode = 'NEW-COD'
        return { body: { joinCode: this.recorded.joinCode } }
      case 'timetable':
        if (method === 'PUT') this.slots = (body() as Schemas['Timetable']).slots
        return { body: { slots: this.slots } }
      case 'join-claims':
        if (method === 'POST') this.claims = this.claims.filter(({ id }) => !name?.startsWith(id))
        return { body: { claims: this.claims } }
      case 'roster':
        return { body: imported(text, query.get('dry') === 'true') }
      case undefined:
      default:
        return null
    }
  }

  /** Notes about a student. */
  answerNotes(method: string, note: string | undefined, text: string): { body: unknown } {
    if (method === 'DELETE') this.notes = this.notes.filter((one) => one.note !== note)
    if (method === 'POST') {
      const written = {
        note: `note-${this.notes.length + 1}`,
        author: '高田 先生',
        text: (JSON.parse(text) as { text: string }).text,
        at: new Date().toISOString(),
        mine: true,
      }
      this.notes = [written, ...this.notes]
    }
    return { body: { notes: this.notes } }
  }

  private changeMembers(method: string, username: string | undefined, text: string): { body: unknown } {
    if (method === 'DELETE') this.members = this.members.filter((one) => one.username !== username)
    if (method === 'PUT' && username) {
      const { role } = JSON.parse(text) as { role: string }
      const account = this.accounts.find((one) => one.username === username)
      const others = this.members.filter((one) => one.username !== username)
      if (account) this.members = [...others, { ...account, role }]
    }
    return { body: { members: this.members } }
  }
}

function member(place: number, username: string, displayName: string, role: string): Schemas['Member'] {
  return { account: `9c000000-0000-4000-8000-00000000000${place}`, username, displayName, role }
}

function claim(place: number, name: string, studentNumber: string, reason: string): Schemas['JoinClaim'] {
  const id = `c1a10000-0000-4000-8000-00000000000${place}`
  return { id, student: id, name, studentNumber, reason, at: '2026-11-22T00:00:00Z' }
}

/** Every line with a number is a new student; one without is a problem. */
function imported(text: string, dry: boolean): Schemas['RosterImport'] & { dry: boolean } {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const problems = lines.flatMap((line, place) =>
    line.startsWith(',')
      ? [{ line: place + 1, field: 'studentNumber', limit: 'min 1, max 100 characters' }]
      : [],
  )
  return { dry, read: lines.length, added: lines.length - problems.length, changed: 0, problems }
}
