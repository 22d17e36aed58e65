import type { Cell } from '@jupyterlab/cells';
import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { TranslationBundle } from '@jupyterlab/translation';
import { ReactWidget } from '@jupyterlab/ui-components';
import type { PanelLayout, Widget } from '@lumino/widgets';
import * as React from 'react';
import type { Hint } from '../server/answers';
import type { HintBoard } from './hintBoard';
import { HintCard } from './hintCard';

/** Milliseconds in which changes of a notebook are taken together. */
const SETTLING = 300;

/** Keeps every standing hint at the cell it is about, in every view of its notebook. */
export class HintMarks {
  private readonly marks = new Map<Cell, Map<string, Widget>>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly tracker: INotebookTracker,
    private readonly board: HintBoard,
    private readonly trans: TranslationBundle
  ) {
    board.changed.connect(this.placeAll, this);
    tracker.forEach(panel => this.follow(panel));
    tracker.widgetAdded.connect((_, panel) => this.follow(panel));
  }

  /** Brings the cell of a hint into sight; whether its notebook is open. */
  async goTo(hint: Hint): Promise<boolean> {
    const panel = this.tracker.find(open => isAbout(hint, open));
    const cells = panel?.content.widgets ?? [];
    const index = cells.findIndex(cell => idOf(cell) === hint.cell_id);
    if (!panel || index < 0) {
      return false;
    }
    panel.content.activeCellIndex = index;
    await panel.content.scrollToItem(index, 'smart');
    panel.content.node.focus();
    return true;
  }

  private follow(panel: NotebookPanel): void {
    void panel.context.ready.then(() => {
      if (!panel.isDisposed) {
        // Cells that are moved get new widgets.
        panel.content.model?.cells.changed.connect(this.placeSoon, this);
        this.placeSoon();
      }
    });
  }

  private placeSoon(): void {
    this.timer ??= setTimeout(() => this.placeAll(), SETTLING);
  }

  private placeAll(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    const standing = this.board.standing;
    this.clear(standing);
    this.tracker.forEach(panel => {
      const hints = standing.filter(hint => isAbout(hint, panel));
      if (hints.length > 0) {
        panel.content.widgets.forEach(cell => this.place(cell, hints));
      }
    });
  }

  private place(cell: Cell, hints: readonly Hint[]): void {
    for (const hint of hints.filter(({ cell_id }) => cell_id === idOf(cell))) {
      const placed = this.marks.get(cell) ?? new Map<string, Widget>();
      if (!placed.has(hint.hint_id)) {
        const mark = this.createMark(hint);
        placed.set(hint.hint_id, mark);
        this.marks.set(cell, placed);
        (cell.layout as PanelLayout).insertWidget(0, mark);
      }
    }
  }

  private createMark(hint: Hint): Widget {
    const mark = ReactWidget.create(
      <HintCard
        hint={hint}
        trans={this.trans}
        onSeen={seen => this.board.see(seen)}
        onDismiss={done => this.board.dismiss(done)}
      />
    );
    mark.addClass('cm-HintMark');
    return mark;
  }

  /** Takes away what does not stand any more, and forgets cells that are gone. */
  private clear(standing: readonly Hint[]): void {
    const ids = new Set(standing.map(({ hint_id }) => hint_id));
    for (const [cell, placed] of this.marks) {
      for (const [id, mark] of placed) {
        if (cell.isDisposed || !ids.has(id)) {
          mark.dispose();
          placed.delete(id);
        }
      }
      if (placed.size === 0) {
        this.marks.delete(cell);
      }
    }
  }
}

function isAbout(hint: Hint, panel: NotebookPanel): boolean {
  return hint.notebook_path === panel.context.localPath;
}

function idOf(cell: Cell): string | undefined {
  return cell.model?.sharedModel.getId();
}
