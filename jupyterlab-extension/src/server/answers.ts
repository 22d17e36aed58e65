/** How the way to the application stands, as the server extension sees it. */
export type ConnectionState =
  | 'connected'
  | 'waiting'
  | 'unreachable'
  | 'refused'
  | 'no_identity'
  | 'no_consent'
  | 'paused'
  | 'disk_full';

/** How much is sent of what the student does. */
export type Level = 'everything' | 'no_code' | 'presence';

/** What the student chose; the server extension keeps it and enforces it. */
export interface Choice {
  notice_seen: boolean;
  /** Nothing yet: `null`. */
  agreed: boolean | null;
  /** Whether the class asks for consent; not the student's to change. */
  consent_required: boolean;
  paused: boolean;
  level: Level;
  /** Whether what looks like a secret is taken out. */
  scrub: boolean;
  /** Whose turn it is at this account; the same whenever the same student is there. */
  turn: string;
  /** The turn that this one goes on with: nobody's, before the student joined. */
  turn_before: string | null;
}

/** What of the choice is the student's to change. */
export type ChoiceChange = Partial<
  Omit<Choice, 'consent_required' | 'turn' | 'turn_before'>
>;

/** As whom, and into which class, events are sent. */
export interface Identity {
  kind: 'hub' | 'join_code' | 'key' | 'open_door' | 'none';
  student: string | null;
  class: { id: string; name: string } | null;
  /** Whether somebody other than the student vouches for it. */
  verified: boolean;
}

/** The answer of `GET status`. */
export interface Status {
  version: string;
  /** Address of the application. */
  url: string;
  state: ConnectionState;
  /** Events in the spool, and their bytes. */
  waiting: number;
  waiting_bytes: number;
  sent: number;
  set_aside: number;
  dropped: number;
  last_success: string | null;
  last_error: { at: string; status: number | null; message: string } | null;
  identity: Identity;
  choice: Choice;
  clock_offset_ms: number;
}

/** One event as it was sent, or waits to be. */
export interface SentEvent {
  at: string;
  state: 'waiting' | 'accepted' | 'set_aside';
  /** Why it was set aside. */
  reason: string | null;
  event: Readonly<Record<string, unknown>>;
}

/** The answer of `GET overview`. */
export interface Overview {
  status: Status;
  /** The last 50 events, newest first. */
  sent: SentEvent[];
  /** What the application says of the student's own work; nothing if it says nothing now. */
  own: unknown;
}

/** The student's request for help, as the teachers see it. */
export interface HelpNews {
  request_id: string;
  state: 'waiting' | 'claimed' | 'on_my_way' | 'resolved';
  /** Place in the queue, from 1. */
  position: number | null;
  /** Who comes. */
  teacher: string | null;
}

/** A hint or message from a teacher. */
export interface Hint {
  hint_id: string;
  /** Nothing when it cannot be opened with today's keys. */
  text: string | null;
  notebook_path: string | null;
  cell_id: string | null;
  at: string;
  /** Name of the teacher. */
  from: string | null;
}

/** The answer of `GET news`. */
export interface News {
  cursor: string;
  help: HelpNews | null;
  hints: Hint[];
  /** Whose turn they are for. */
  turn: string;
}
