import { isAfter } from './stream-id'

/** What to do about the place of this page in the log. */
export type Repair = 'none' | 'resume' | 'reconnect'

/**
 * Notices that frames went missing: a delta that does not follow, or two status frames in a row that stand ahead of what
 * was applied. Asks the server to resume; when that has not helped by the second status frame, a new connection must.
 */
export class GapWatch {
  private asked = false
  private statusesAhead = 0

  applied(): void {
    this.asked = false
    this.statusesAhead = 0
  }

  deltaDidNotFit(): Repair {
    return this.askOnce()
  }

  status(serverAt: string, at: string | null): Repair {
    const behind = at === null || isAfter(serverAt, at)
    if (!behind && !this.asked) {
      this.statusesAhead = 0
      return 'none'
    }
    this.statusesAhead += 1
    if (this.statusesAhead < 2) return 'none'
    this.statusesAhead = 0
    return this.askOnce() === 'resume' ? 'resume' : 'reconnect'
  }

  private askOnce(): Repair {
    if (this.asked) return 'none'
    this.asked = true
    return 'resume'
  }
}
