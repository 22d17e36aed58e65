import type { INotebookTracker, NotebookPanel } from '@jupyterlab/notebook';
import type { LearningEvent } from '../event/event';
import type { KnownKernels } from './knownKernels';
import { NotebookSession } from './notebookSession';

/** The notebooks that are open in this page, one session for each. */
export class NotebookSessions {
  private readonly sessions = new Map<
    NotebookPanel['context'],
    NotebookSession
  >();
  private readonly awaited = new Map<NotebookPanel['context'], Promise<void>>();

  /**
   * @param tracker - knows the notebooks of the page
   * @param known - the kernels that ran before a notebook got its own
   * @param send - is given every event
   * @param closing - is told of a session just before it closes
   */
  constructor(
    private readonly tracker: INotebookTracker,
    private readonly known: KnownKernels,
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

  /** The session of the notebook with this path, if it is open. */
  at(path: string): NotebookSession | undefined {
    return [...this.sessions.values()].find(session => session.path === path);
  }

  /** The page closes, and every notebook with it. */
  closeAll(): void {
    const sessions = [...this.sessions.values()];
    this.sessions.clear();
    sessions.forEach(session => session.close());
  }

  private async open(panel: NotebookPanel): Promise<void> {
    const { context } = panel;
    // Two views of one notebook share a context: that is one session.
    const begun = this.awaited.get(context) ?? this.await(context);
    await begun;
    if (!panel.isDisposed) {
      this.sessions.get(context)?.addView(panel);
    }
  }

  private await(context: NotebookPanel['context']): Promise<void> {
    const begun = Promise.all([context.ready, this.known.look()]).then(() => {
      this.awaited.delete(context);
      this.begin(context);
    });
    this.awaited.set(context, begun);
    return begun;
  }

  private begin(context: NotebookPanel['context']): void {
    if (!context.isDisposed && !this.sessions.has(context)) {
      const activeCellId = () => this.activeCellId(context);
      const session = new NotebookSession(
        context,
        activeCellId,
        this.known,
        this.send
      );
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
