import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { LearningEvent } from '../event/event';
import { NotebookSession } from './notebookSession';

/** The notebooks that are open in this page, one session for each. */
export class NotebookSessions {
  private readonly sessions = new Map<
    NotebookPanel['context'],
    NotebookSession
  >();
  private readonly awaited = new Set<NotebookPanel['context']>();

  /**
   * @param tracker - knows the notebooks of the page
   * @param send - is given every event
   * @param closing - is told of a session just before it closes
   */
  constructor(
    private readonly tracker: INotebookTracker,
    private readonly send: (event: LearningEvent) => void,
    private readonly closing: (session: NotebookSession) => void
  ) {}

  /** Follows every notebook that is open or will be. */
  follow(): void {
    this.openAll();
    this.tracker.widgetAdded.connect((_, panel) => void this.open(panel));
  }

  /** Begins a session for every open notebook that has none. */
  openAll(): void {
    this.tracker.forEach(panel => void this.open(panel));
  }

  /** The session of the notebook in front, once it is ready. */
  get current(): NotebookSession | undefined {
    const panel = this.tracker.currentWidget;
    return panel ? this.sessions.get(panel.context) : undefined;
  }

  /** The page closes, and every notebook with it. */
  closeAll(): void {
    [...this.sessions.keys()].forEach(context => this.close(context));
  }

  private async open({ context }: NotebookPanel): Promise<void> {
    // Two views of one notebook share a context: that is one session.
    if (this.sessions.has(context) || this.awaited.has(context)) {
      return;
    }
    this.awaited.add(context);
    await context.ready;
    this.awaited.delete(context);
    if (!context.isDisposed) {
      const activeCellId = () => this.activeCellId(context);
      const session = new NotebookSession(context, activeCellId, this.send);
      this.sessions.set(context, session);
      context.disposed.connect(() => this.close(context));
    }
  }

  private activeCellId(context: NotebookPanel['context']): string | undefined {
    const current = this.tracker.currentWidget;
    const panel =
      current?.context === context
        ? current
        : this.tracker.find(view => view.context === context);
    return panel?.content?.activeCell?.model?.sharedModel.getId();
  }

  private close(context: NotebookPanel['context']): void {
    const session = this.sessions.get(context);
    if (session !== undefined) {
      this.sessions.delete(context);
      this.closing(session);
      session.close();
    }
  }
}
