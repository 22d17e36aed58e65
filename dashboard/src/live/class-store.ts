import { applyDelta, applySnapshot, emptyClassState, type ClassState } from './class-state'
import type { FrameSink } from './connection'
import type { Frame, Help, Snapshot, Student } from './frames'
import { freshness, type Freshness, type Link } from './freshness'

/** The longest that a change waits for the screen: four repaints a second, whatever the event rate. */
export const REPAINT_MS = 250

/** What the screen shows. A student that did not change is the same object as in the view before. */
export interface ClassView {
  readonly class: Snapshot['class'] | null
  readonly students: ReadonlyMap<string, Student>
  readonly help: ReadonlyMap<string, Help>
  readonly freshness: Freshness
  /** The server's time in milliseconds, in whole seconds: waiting times count by it. */
  readonly now: number
}

/**
 * Folds frames as they come and shows them in steps: between two steps any number of frames costs one repaint, and a
 * step in which nothing changed costs none. Without subscribers, and while hidden, there is no timer at all.
 */
export class ClassStore implements FrameSink {
  private readonly state: ClassState = emptyClassState()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setInterval> | undefined
  private link: Link = { connected: false, lastFrameAt: null, serverStaleSince: null, ending: null }
  private serverAhead = 0
  private dirty = false
  private hidden = false
  private view: ClassView = {
    class: null,
    students: new Map(),
    help: new Map(),
    freshness: { kind: 'connecting' },
    now: wholeSecond(Date.now()),
  }

  get at(): string | null {
    return this.state.at
  }

  apply(frame: Frame): boolean {
    switch (frame.type) {
      case 'snapshot':
        applySnapshot(this.state, frame)
        this.dirty = true
        return true
      case 'delta':
        if (!applyDelta(this.state, frame)) return false
        this.dirty = true
        return true
      case 'status':
        this.serverAhead = Date.parse(frame.serverTime) - Date.now()
        return true
      case 'bye':
        return true
    }
  }

  linkChanged(link: Link): void {
    this.link = link
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    this.schedule()
    return () => {
      this.listeners.delete(listener)
      this.schedule()
    }
  }

  readonly getView = (): ClassView => this.view

  /** A hidden tab folds frames but paints nothing; it paints once when it is seen again. */
  setHidden(hidden: boolean): void {
    this.hidden = hidden
    this.schedule()
    if (!hidden && this.listeners.size > 0) this.repaint()
  }

  private schedule(): void {
    const needed = this.listeners.size > 0 && !this.hidden
    if (needed) this.timer ??= setInterval(() => this.repaint(), REPAINT_MS)
    else {
      clearInterval(this.timer)
      this.timer = undefined
    }
  }

  private repaint(): void {
    const fresh = freshness(this.link, Date.now())
    const now = wholeSecond(Date.now() + this.serverAhead)
    const sameLink = sameFreshness(fresh, this.view.freshness)
    if (!this.dirty && now === this.view.now && sameLink) return
    this.view = {
      class: this.state.class,
      students: this.dirty ? new Map(this.state.students) : this.view.students,
      help: this.dirty ? new Map(this.state.help) : this.view.help,
      freshness: sameLink ? this.view.freshness : fresh,
      now,
    }
    this.dirty = false
    for (const listener of this.listeners) listener()
  }
}

function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000
}

function sameFreshness(left: Freshness, right: Freshness): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
