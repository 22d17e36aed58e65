import type { NotebookPanel } from '@jupyterlab/notebook';
import {
  MessageLoop,
  type IMessageHandler,
  type Message
} from '@lumino/messaging';

/** Messages of Lumino after which a view may be seen, or not any more. */
const TURNS = ['after-show', 'after-hide', 'after-attach', 'after-detach'];

/** Milliseconds until the layout has settled. */
const SETTLING = 100;

/** Whether a notebook can be seen: in front of its tabs, in a page that is seen. */
export class VisibilityWatch {
  private readonly panels = new Set<NotebookPanel>();
  private visible = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** @param changed - is told when the notebook can be seen, and when no longer */
  constructor(private readonly changed: (visible: boolean) => void) {
    document.addEventListener('visibilitychange', this.look);
  }

  /** Another view of the notebook. */
  add(panel: NotebookPanel): void {
    this.panels.add(panel);
    MessageLoop.installMessageHook(panel, this.onMessage);
    panel.disposed.connect(() => this.panels.delete(panel));
    this.lookSoon();
  }

  dispose(): void {
    document.removeEventListener('visibilitychange', this.look);
    clearTimeout(this.timer);
    this.panels.forEach(panel =>
      MessageLoop.removeMessageHook(panel, this.onMessage)
    );
    this.panels.clear();
  }

  private readonly onMessage = (_: IMessageHandler, { type }: Message) => {
    if (TURNS.includes(type)) {
      this.lookSoon();
    }
    return true;
  };

  private lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(this.look, SETTLING);
  }

  private readonly look = (): void => {
    const seen =
      document.visibilityState === 'visible' &&
      [...this.panels].some(panel => panel.isVisible);
    if (seen !== this.visible) {
      this.visible = seen;
      this.changed(seen);
    }
  };
}
