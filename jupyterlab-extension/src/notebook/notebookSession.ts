import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel, NotebookPanel } from '@jupyterlab/notebook';
import { UUID } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import {
  createEvent,
  type EventDetails,
  type EventType,
  type LearningEvent
} from '../event/event';
import { withinLimits } from '../event/limits';
import type { FinishedRun } from '../run/run';
import { RunTracker } from '../run/runTracker';
import { CellListWatch } from './cellListWatch';
import { findCell, findCodeCell, listCells } from './cellPlace';
import { earlierRuns } from './earlierRuns';
import { KernelWatch } from './kernelWatch';
import type { KnownKernels } from './knownKernels';
import { NotebookView } from './notebookView';
import { ProgressWatch } from './progressWatch';
import { VisibilityWatch } from './visibilityWatch';

type Context = DocumentRegistry.IContext<INotebookModel>;

/**
 * One opening of one notebook, in however many views: says what happens in it, from
 * `session_start` to `session_end`.
 */
export class NotebookSession {
  /** Names this opening in every event. */
  readonly id = UUID.uuid4();
  private readonly kernel: KernelWatch;
  private readonly cells: CellListWatch;
  private readonly progress = new ProgressWatch((...said) =>
    this.record(...said)
  );
  private readonly visibility = new VisibilityWatch(visible =>
    this.record(visible ? 'notebook_visible' : 'notebook_hidden')
  );
  private readonly views = new Map<NotebookPanel, NotebookView>();
  private notebookPath: string;
  private closed = false;

  /**
   * @param context - the notebook, ready
   * @param activeCellId - the id of the cell that the student is at
   * @param known - the kernels that ran before
   * @param send - is given every event
   */
  constructor(
    private readonly context: Context,
    private readonly activeCellId: () => string | undefined,
    known: KnownKernels,
    private readonly send: (event: LearningEvent) => void
  ) {
    const record = this.record.bind(this);
    this.notebookPath = context.localPath;
    this.record('session_start');
    this.record('notebook_opened', listCells(context.model));
    this.cells = new CellListWatch(context.model, record, codeCells =>
      this.progress.has(codeCells)
    );
    const runs = new RunTracker(
      cellId => findCodeCell(context.model, cellId),
      place => this.record('execution_scheduled', { ...place }),
      run => this.finished(run)
    );
    this.kernel = new KernelWatch(
      context.sessionContext,
      runs,
      known,
      record,
      () => this.adoptEarlierRuns()
    );
    context.pathChanged.connect(this.onPathChanged, this);
    context.saveState.connect(this.onSaveState, this);
  }

  /** The path of the notebook, as it is called now. */
  get path(): string {
    return this.notebookPath;
  }

  /** Makes an event of this notebook, as it is called now, and sends it. */
  record(
    eventType: EventType,
    details: EventDetails = {},
    eventId?: string
  ): void {
    const { id: sessionId, notebookPath } = this;
    const complete = withinLimits({ sessionId, notebookPath, ...details });
    this.send(createEvent(eventType, complete, eventId));
  }

  /** Makes an event at the cell where the student is. */
  recordHere(eventType: EventType, metadata?: Record<string, unknown>): void {
    const place = this.placeOf(this.activeCellId());
    this.record(eventType, { ...place, ...(metadata && { metadata }) });
  }

  /** The student asked to interrupt the kernel. */
  interrupts(): void {
    this.kernel.interrupts();
  }

  /** Another view of the notebook. */
  addView(panel: NotebookPanel): void {
    if (this.views.has(panel)) {
      return;
    }
    const view = new NotebookView(panel.content, {
      moved: cellId => this.record('active_cell_changed', this.placeOf(cellId)),
      edited: (cellId, size) => {
        const metadata = { size };
        this.record('cell_edited', { ...this.placeOf(cellId), metadata });
      },
      pasted: size => this.recordHere('clipboard_paste', { size })
    });
    this.views.set(panel, view);
    this.visibility.add(panel);
    panel.disposed.connect(this.onViewDisposed, this);
  }

  /** The notebook or the page closes. A second call does nothing. */
  close(): void {
    if (!this.closed) {
      this.closed = true;
      Signal.clearData(this);
      this.views.forEach(view => view.dispose());
      this.views.clear();
      this.cells.dispose();
      this.kernel.dispose();
      this.visibility.dispose();
      this.progress.report();
      this.record('notebook_closed');
      this.record('session_end');
    }
  }

  private placeOf(cellId: string | undefined): EventDetails {
    const { model } = this.context;
    if (cellId === undefined) {
      return {};
    }
    // What is still to be told when the notebook closes comes after its model.
    return model.isDisposed ? { cellId } : (findCell(model, cellId) ?? {});
  }

  private finished({ eventType, details }: FinishedRun): void {
    this.kernel.ended(details.errorName);
    this.record(eventType, details);
    if (details.cellId && details.hasError !== undefined) {
      this.progress.ran(details.cellId, !details.hasError);
    }
  }

  private adoptEarlierRuns(): void {
    for (const [cellId, well] of earlierRuns(this.context.model)) {
      this.progress.ran(cellId, well);
    }
  }

  private onViewDisposed(panel: NotebookPanel): void {
    this.views.get(panel)?.dispose();
    this.views.delete(panel);
  }

  private onPathChanged(): void {
    this.notebookPath = this.context.localPath;
  }

  private onSaveState(_: Context, state: DocumentRegistry.SaveState): void {
    if (state.startsWith('completed')) {
      this.record('notebook_saved');
    }
  }
}
