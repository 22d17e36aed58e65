import { Signal } from '@lumino/signaling';
import type { Hint } from '../server/answers';

/** The most hints that are kept; the oldest go. */
const MAXIMUM_HINTS = 50;

/** The hints that came while this page is open, newest first. */
export class HintBoard {
  /** Emitted with the hints that are new, or none when one was put away. */
  readonly changed = new Signal<this, readonly Hint[]>(this);
  private hints: readonly Hint[] = [];
  private readonly putAway = new Set<string>();
  private readonly seen = new Set<string>();

  /** @param firstSeen - is told once of each hint that the student has seen */
  constructor(private readonly firstSeen: (hint: Hint) => void) {}

  /** All of them, newest first. */
  get all(): readonly Hint[] {
    return this.hints;
  }

  /** Those that still stand at their cells. */
  get standing(): readonly Hint[] {
    return this.hints.filter(({ hint_id }) => !this.putAway.has(hint_id));
  }

  /** Takes in hints, those that are known already too. */
  add(hints: readonly Hint[]): void {
    const known = new Set(this.hints.map(({ hint_id }) => hint_id));
    const fresh = hints.filter(({ hint_id }) => !known.has(hint_id));
    if (fresh.length > 0) {
      this.hints = [...fresh, ...this.hints]
        .sort((one, other) => other.at.localeCompare(one.at))
        .slice(0, MAXIMUM_HINTS);
      this.changed.emit(fresh);
    }
  }

  /** Somebody else is the student: takes all of them away. */
  clear(): void {
    this.hints = [];
    this.changed.emit([]);
  }

  /** The student has seen it, here or there. */
  see(hint: Hint): void {
    if (!this.seen.has(hint.hint_id)) {
      this.seen.add(hint.hint_id);
      this.firstSeen(hint);
    }
  }

  /** The student puts it away: it stands at its cell no longer. */
  dismiss(hint: Hint): void {
    this.putAway.add(hint.hint_id);
    this.changed.emit([]);
  }
}
