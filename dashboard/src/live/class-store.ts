import type { Cluster, SharedNotebook } from './class-frames'
import {
  applyDelta,
  applySnapshot,
  emptyClassState,
  takeCells,
  type ClassState,
  type StudentCells,
} from './class-state'
import type { FrameSink } from './connection'
import type { Frame, Help, Snapshot, Student } from './frames'
import { freshness, NO_LINK, type Freshness, type Link } from './freshness'

/** The longest that a change waits for the screen: four repaints a second, whatever the event rate. */
export const REPAINT_MS = 250

/** What the screen shows. A student that did not change is the same object as in the view before. */
export interface ClassView {
  readonly class: Snapshot['class'] | null
  readonly students: ReadonlyMap<string, Student>
  /** By student, then by `cellKey`; the map of a student whose cells did not change is the same as before. */
  readonly cells: ReadonlyMap<string, StudentCells>
  readonly help: ReadonlyMap<string, Help>
  readonly clusters: ReadonlyMap<string, Cluster>
  readonly notebooks: ReadonlyMap<string, SharedNotebook>
  readonly freshness: Freshness
  /** The server's time in milliseconds, in whole seconds: waiting times count by it. */
  readonly now: number
  /** The server's clock minus this browser's, whole minutes. */
  readonly clockOffMinutes: number
  /** Of the dashboard that the application serves; null while it has not said so. */
  readonly build: string | null
}

/**
 * Folds frames as they come and shows them in steps: between two steps any number of frames costs one repaint, and a
 * step in which nothing changed costs none. Without subscribers, and while hidden, there is no timer at all.
 */
export class ClassStore implements FrameSink {
  private readonly state: ClassState = emptyClassState()
  private readonly listeners = new Set<() => void>()
  private timer: ReturnType<typeof setInterval> | undefined
  private readonly openedAt = Date.now()
  private link: Link = NO_LINK
  private serverAhead = 0
  private build: string | null = null
  private dirty = false
  private hidden = false
  private view: ClassView = {
    class: null,
    students: new Map(),
    cells: new Map(),
    help: new Map(),
    clusters: new Map(),
    notebooks: new Map(),
    freshness: { kind: 'connecting' },
    now: wholeSecond(Date.now()),
    clockOffMinutes: 0,
    build: null,
  }

  get at(): string | null {
    return this.state.at
  }

  apply(frame: Frame): boolean {
    switch (frame.type) {
      case 'snapshot':
        applySnapshot(this.state, frame)
        this.dirty = true
        // Whoever waits for the class does not wait for the next step too.
        if (this.view.class === null && this.timer !== undefined) this.repaint()
        return true
      case 'delta':
        if (!applyDelta(this.state, frame)) return false
        this.dirty = true
        return true
      case 'status':
        this.serverAhead = Date.parse(frame.serverTime) - Date.now()
        this.build = frame.build
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
    const fresh = freshness(this.link, Date.now(), this.serverAhead, this.openedAt)
    const now = wholeSecond(Date.now() + this.serverAhead)
    const sameLink = sameFreshness(fresh, this.view.freshness)
    if (!this.dirty && now === this.view.now && sameLink) return
    this.view = {
      ...this.view,
      ...(this.dirty ? this.changedParts() : {}),
      freshness: sameLink ? this.view.freshness : fresh,
      now,
      clockOffMinutes: Math.round(this.serverAhead / 60_000) || 0,
      build: this.build,
    }
    this.dirty = false
    for (const listener of this.listeners) listener()
  }

  private changedParts() {
    const { state } = this
    return {
      class: state.class,
      students: new Map(state.students),
      cells: takeCells(state),
      help: sameOrCopy(this.view.help, state.help),
      clusters: sameOrCopy(this.view.clusters, state.clusters),
      notebooks: sameOrCopy(this.view.notebooks, state.notebooks),
    }
  }
}

/** What is shown already when nothing in it changed: clusters and notebooks change seldom, students all the time. */
function sameOrCopy<T>(shown: ReadonlyMap<string, T>, known: ReadonlyMap<string, T>): ReadonlyMap<string, T> {
  const same = shown.size === known.size && [...known].every(([key, value]) => shown.get(key) === value)
  return same ? shown : new Map(known)
}

function wholeSecond(milliseconds: number): number {
  return Math.floor(milliseconds / 1000) * 1000
}

function sameFreshness(left: Freshness, right: Freshness): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}
