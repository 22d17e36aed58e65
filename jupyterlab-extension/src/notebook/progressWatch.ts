import type { EventRecorder } from '../event/event';

/** The least milliseconds between two reports of one notebook. */
export const REPORT_INTERVAL = 30_000;

/** Milliseconds in which changes are taken together. */
const SETTLING = 1000;

/** Counts the code cells of a notebook, and those whose latest run went well. */
export class ProgressWatch {
  private readonly wentWell = new Map<string, boolean>();
  private codeCells: ReadonlySet<string> = new Set();
  private reported: string | undefined;
  private reportedAt = Number.NEGATIVE_INFINITY;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly record: EventRecorder) {}

  /** The notebook has these code cells now; the first time that is no news. */
  has(codeCells: ReadonlySet<string>): void {
    this.codeCells = codeCells;
    this.reported ??= JSON.stringify(this.count());
    this.changed();
  }

  /** A run of a cell ended, well or not. */
  ran(cellId: string, well: boolean): void {
    this.wentWell.set(cellId, well);
    this.changed();
  }

  /** Says how far the student is, if that is new. */
  report(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const metadata = this.count();
    const text = JSON.stringify(metadata);
    if (text !== this.reported) {
      this.reported = text;
      this.reportedAt = Date.now();
      this.record('progress_update', { metadata });
    }
  }

  private changed(): void {
    const rest = this.reportedAt + REPORT_INTERVAL - Date.now();
    this.timer ??= setTimeout(() => this.report(), Math.max(SETTLING, rest));
  }

  private count(): { completedCells: number; totalCells: number } {
    let completedCells = 0;
    for (const [cellId, well] of this.wentWell) {
      completedCells += well && this.codeCells.has(cellId) ? 1 : 0;
    }
    return { completedCells, totalCells: this.codeCells.size };
  }
}
