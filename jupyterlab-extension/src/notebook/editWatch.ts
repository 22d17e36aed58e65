import type { Cell } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import type { CellChange, ISharedCell } from '@jupyter/ydoc';
import { Signal } from '@lumino/signaling';

/** Milliseconds without a change after which an edit is told. */
const QUIET = 2000;

/** Milliseconds after which it is told though it goes on. */
const LONGEST = 30_000;

/** Is told of an edit: of which cell, and how many code points it has now. */
export type EditListener = (cellId: string, size: number) => void;

/**
 * Watches the edits of the active cell of one view. What is typed is not looked at:
 * a key stroke costs one look at the clock.
 */
export class EditWatch {
  private cell: ISharedCell | undefined;
  private begun = 0;
  private latest = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    notebook: Notebook,
    private readonly edited: EditListener
  ) {
    this.follow(notebook, notebook.activeCell);
    notebook.activeCellChanged.connect(this.follow, this);
  }

  dispose(): void {
    this.flush();
    Signal.clearData(this);
  }

  private follow(_: Notebook, cell: Cell | null): void {
    this.flush();
    this.cell?.changed.disconnect(this.onChanged, this);
    this.cell = cell?.model?.sharedModel;
    this.cell?.changed.connect(this.onChanged, this);
  }

  private onChanged(_: ISharedCell, change: CellChange): void {
    if (change.sourceChange === undefined) {
      return;
    }
    this.latest = Date.now();
    if (this.timer === undefined) {
      this.begun = this.latest;
      this.timer = setTimeout(() => this.look(), QUIET);
    }
  }

  private look(): void {
    const now = Date.now();
    const rest = Math.min(this.latest + QUIET, this.begun + LONGEST) - now;
    if (rest <= 0) {
      this.flush();
    } else {
      this.timer = setTimeout(() => this.look(), rest);
    }
  }

  private flush(): void {
    if (this.timer !== undefined) {
      clearTimeout(this.timer);
      this.timer = undefined;
      if (this.cell !== undefined) {
        this.edited(this.cell.getId(), codePoints(this.cell.getSource()));
      }
    }
  }
}

/** Number of code points of a text: its code units without second halves. */
export function codePoints(text: string): number {
  let count = text.length;
  for (let index = 1; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    count -= unit >= 0xdc00 && unit <= 0xdfff ? 1 : 0;
  }
  return count;
}
