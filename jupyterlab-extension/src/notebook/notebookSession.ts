import type { ISessionContext } from '@jupyterlab/apputils';
import type { DocumentRegistry } from '@jupyterlab/docregistry';
import type { INotebookModel } from '@jupyterlab/notebook';
import type { Kernel, Session } from '@jupyterlab/services';
import { UUID } from '@lumino/coreutils';
import { Signal } from '@lumino/signaling';
import { findCodeCell, listCells } from './cellPlace';
import {
  createEvent,
  type EventDetails,
  type EventType,
  type LearningEvent
} from '../event/event';
import type { HelpEventType } from '../help/helpRequest';
import { withinLimits } from '../event/limits';
import { RunTracker, type KernelTraffic } from '../run/runTracker';

type Context = DocumentRegistry.IContext<INotebookModel>;

/** States of a kernel that leaves its open runs unanswered. */
const GONE: Kernel.Status[] = [
  'restarting',
  'autorestarting',
  'terminating',
  'dead'
];

/**
 * One opening of one notebook, in however many views: says what happens in it, from
 * `session_start` to `session_end`.
 */
export class NotebookSession {
  /** Names this opening in every event. */
  readonly id = UUID.uuid4();
  private readonly tracker: RunTracker;
  private notebookPath: string;
  private closed = false;

  /**
   * @param context - the notebook, ready
   * @param activeCellId - the id of the cell that the student is at
   * @param send - is given every event
   */
  constructor(
    private readonly context: Context,
    private readonly activeCellId: () => string | undefined,
    private readonly send: (event: LearningEvent) => void
  ) {
    this.notebookPath = context.localPath;
    this.tracker = new RunTracker(
      cellId => findCodeCell(context.model, cellId),
      ({ eventType, details }) => this.record(eventType, details)
    );
    this.record('session_start');
    this.record('notebook_opened', listCells(context.model));
    this.connect(context.sessionContext);
  }

  /** Makes an event of this notebook, as it is called now, and sends it. */
  record(eventType: EventType, details: EventDetails = {}): void {
    const { id: sessionId, notebookPath } = this;
    const complete = withinLimits({ sessionId, notebookPath, ...details });
    this.send(createEvent(eventType, complete));
  }

  /** The student asks for help, or no longer, at the cell where he or she is. */
  recordHelp(eventType: HelpEventType): void {
    const cellId = this.activeCellId();
    const place = cellId && findCodeCell(this.context.model, cellId);
    this.record(eventType, place || {});
  }

  /** The notebook or the page closes. A second call does nothing. */
  close(): void {
    if (!this.closed) {
      this.closed = true;
      Signal.clearData(this);
      this.record('notebook_closed');
      this.record('session_end');
    }
  }

  private connect(sessionContext: ISessionContext): void {
    this.context.pathChanged.connect(this.onPathChanged, this);
    this.context.saveState.connect(this.onSaveState, this);
    sessionContext.statusChanged.connect(this.onStatusChanged, this);
    sessionContext.kernelChanged.connect(this.onKernelChanged, this);
    sessionContext.session?.kernel?.anyMessage.connect(this.onMessage, this);
  }

  private onPathChanged(): void {
    this.notebookPath = this.context.localPath;
  }

  private onSaveState(_: Context, state: DocumentRegistry.SaveState): void {
    if (state.startsWith('completed')) {
      this.record('notebook_saved');
    }
  }

  private onStatusChanged(_: ISessionContext, status: Kernel.Status): void {
    if (GONE.includes(status)) {
      this.tracker.abortAll();
    }
  }

  private onKernelChanged(
    _: ISessionContext,
    change: Session.ISessionConnection.IKernelChangedArgs
  ): void {
    change.oldValue?.anyMessage.disconnect(this.onMessage, this);
    this.tracker.abortAll();
    change.newValue?.anyMessage.connect(this.onMessage, this);
  }

  private onMessage(
    _: Kernel.IKernelConnection,
    traffic: Kernel.IAnyMessageArgs
  ): void {
    this.tracker.follow(traffic as KernelTraffic);
  }
}
