import type { Cell } from '@jupyterlab/cells';
import type { Notebook } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';

/** Milliseconds that a student stays at a cell before it counts. */
const STAY = 1000;

/** Says at which cell the student is, once he or she stays there. */
export class ActiveCellWatch {
  private told: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param moved - is told of the id of the cell */
  constructor(
    private readonly notebook: Notebook,
    private readonly moved: (cellId: string) => void
  ) {
    this.told = idOf(notebook.activeCell);
    notebook.activeCellChanged.connect(this.onChanged, this);
  }

  dispose(): void {
    Signal.clearData(this);
    clearTimeout(this.timer);
  }

  private onChanged(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.tell(), STAY);
  }

  private tell(): void {
    const cellId = this.notebook.isDisposed
      ? undefined
      : idOf(this.notebook.activeCell);
    if (cellId !== undefined && cellId !== this.told) {
      this.told = cellId;
      this.moved(cellId);
    }
  }
}

function idOf(cell: Cell | null): string | undefined {
  return cell?.model?.sharedModel.getId();
}
