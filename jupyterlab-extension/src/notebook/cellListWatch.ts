import type { INotebookModel } from '@jupyterlab/notebook';
import { Signal } from '@lumino/signaling';
import type { EventRecorder } from '../event/event';
import type { CellPlace } from './cellPlace';

/** Milliseconds in which changes are taken together: a move is out and in again. */
const SETTLING = 300;

/** Says which cells come and go; a cell that is moved does neither. */
export class CellListWatch {
  private known: Map<string, CellPlace>;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param listed - is given the code cells, at first and when they change */
  constructor(
    private readonly model: INotebookModel,
    private readonly record: EventRecorder,
    private readonly listed: (codeCells: ReadonlySet<string>) => void
  ) {
    this.known = places(model);
    listed(this.codeCells());
    model.cells.changed.connect(this.onChanged, this);
  }

  /** Says what has changed until now. */
  flush(): void {
    if (this.timer === undefined || this.model.isDisposed) {
      return;
    }
    clearTimeout(this.timer);
    this.timer = undefined;
    const before = this.known;
    this.known = places(this.model);
    this.tell('cell_removed', before, this.known);
    this.tell('cell_added', this.known, before);
    this.listed(this.codeCells());
  }

  dispose(): void {
    this.flush();
    Signal.clearData(this);
    clearTimeout(this.timer);
  }

  private tell(
    eventType: 'cell_added' | 'cell_removed',
    here: Map<string, CellPlace>,
    there: Map<string, CellPlace>
  ): void {
    for (const [id, place] of here) {
      if (!there.has(id)) {
        this.record(eventType, { ...place });
      }
    }
  }

  private codeCells(): Set<string> {
    const code = [...this.known.values()].filter(
      ({ cellType }) => cellType === 'code'
    );
    return new Set(code.map(({ cellId }) => cellId));
  }

  private onChanged(): void {
    this.timer ??= setTimeout(() => this.flush(), SETTLING);
  }
}

function places(model: INotebookModel): Map<string, CellPlace> {
  return new Map(
    Array.from(model.cells, (cell, cellIndex) => {
      const cellId = cell.sharedModel.getId();
      const cellType = cell.type as CellPlace['cellType'];
      return [cellId, { cellId, cellIndex, cellType }];
    })
  );
}
