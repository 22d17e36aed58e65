import type { Done, Soon } from './undo'

/** How long something can be taken back, milliseconds; the time stands still while somebody is at the lines. */
export const UNDO_MS = 6000

/** What can be taken back just now, in words. */
export interface Line {
  readonly key: string
  readonly text: string
}

/** All that is shown of it; the same object while nothing changed. */
export interface Shown {
  readonly lines: readonly Line[]
  readonly pending: ReadonlySet<string>
  /** Why something did not work; null: nothing to say. */
  readonly said: string | null
}

interface Open extends Line {
  readonly takeBack: () => void
  readonly settle: () => void
}

/** What was done or is about to be done, and can be taken back for a moment. Without React; one timer for each line. */
export class UndoLines {
  private open: readonly Open[] = []
  private readonly running = new Set<string>()
  private readonly soonKeys = new Set<string>()
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>()
  private readonly listeners = new Set<() => void>()
  private shown: Shown = { lines: [], pending: new Set(), said: null }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  readonly getShown = (): Shown => this.shown

  readonly say = (said: string | null): void => this.show(said)

  readonly soon = ({ key, text, replaces, run, failed, undone }: Soon): void => {
    if (this.shown.pending.has(key)) return
    if (replaces !== undefined) this.close(replaces)
    this.soonKeys.add(key)
    const settle = () => {
      this.running.add(key)
      run()
        .then(() => this.ended(key, this.shown.said))
        .catch((error: unknown) => {
          undone?.()
          this.ended(key, failed(error))
        })
    }
    this.add({ key, text, settle, takeBack: () => undone?.() })
  }

  readonly done = ({ key, text, undo }: Done): void => {
    this.close(key)
    this.add({ key, text, takeBack: undo, settle: () => undefined })
  }

  /** Takes a line back; without a key the last one. */
  readonly undo = (key = this.open.at(-1)?.key): void => {
    const line = this.open.find((one) => one.key === key)
    if (!line) return
    this.close(line.key)
    line.takeBack()
    this.show(null)
  }

  /** Nothing can be taken back any more: what was about to be done is done now. */
  readonly settleAll = (): void => this.open.forEach(({ key }) => this.settle(key))

  /** Stops the clock: somebody is reading or about to press. */
  readonly hold = (): void => {
    for (const timer of this.timers.values()) clearTimeout(timer)
    this.timers.clear()
  }

  /** Starts the clock anew. */
  readonly release = (): void => {
    this.hold()
    for (const { key } of this.open)
      this.timers.set(
        key,
        setTimeout(() => this.settle(key), UNDO_MS),
      )
  }

  private add(line: Open): void {
    this.open = [...this.open, line]
    this.timers.set(
      line.key,
      setTimeout(() => this.settle(line.key), UNDO_MS),
    )
    this.show(null)
  }

  private settle(key: string): void {
    const line = this.open.find((one) => one.key === key)
    if (!line) return
    this.close(key)
    line.settle()
    this.show(this.shown.said)
  }

  private ended(key: string, said: string | null): void {
    this.running.delete(key)
    this.show(said)
  }

  private close(key: string): void {
    clearTimeout(this.timers.get(key))
    this.timers.delete(key)
    this.soonKeys.delete(key)
    this.open = this.open.filter((one) => one.key !== key)
  }

  private show(said: string | null): void {
    const pending = new Set([...this.soonKeys, ...this.running])
    this.shown = { lines: this.open, pending, said }
    for (const listener of this.listeners) listener()
  }
}
