import type { Notebook } from '@jupyterlab/notebook';
import { ActiveCellWatch } from './activeCellWatch';
import { EditWatch } from './editWatch';
import { PasteWatch } from './pasteWatch';

/** What a student does in a view of a notebook. */
export interface ViewListener {
  moved(cellId: string): void;
  edited(cellId: string, size: number): void;
  pasted(size: number): void;
}

/** One view of a notebook: where the student is in it, what is edited and pasted. */
export class NotebookView {
  private readonly watches: readonly { dispose(): void }[];

  constructor(notebook: Notebook, listener: ViewListener) {
    this.watches = [
      new ActiveCellWatch(notebook, id => listener.moved(id)),
      new EditWatch(notebook, (id, size) => listener.edited(id, size)),
      new PasteWatch(notebook, size => listener.pasted(size))
    ];
  }

  dispose(): void {
    this.watches.forEach(watch => watch.dispose());
  }
}
