import { Dialog } from '@jupyterlab/apputils';

/** What is filled in or unfolded in the body, apart from the dialog's own buttons. */
const CONTROLS = '.jp-Dialog-body :is(input, button, summary)';

/**
 * A dialog with a form of its own in the body: JupyterLab's takes the Enter key in a
 * field for its own answer, and lets no button be pressed while a field is empty.
 */
export class FormDialog<T> extends Dialog<T> {
  override handleEvent(event: Event): void {
    const isForForm =
      event.type === 'input' ||
      (event instanceof KeyboardEvent && this.isForForm(event));
    if (!isForForm) {
      super.handleEvent(event);
    }
  }

  private isForForm(event: KeyboardEvent): boolean {
    const { target, key, shiftKey } = event;
    const controls = this.all(CONTROLS);
    const buttons = this.all('.jp-Dialog-footer button');
    if (key === 'Tab' && !shiftKey && target === buttons.at(-1)) {
      // The way round goes by the form, which JupyterLab does not know of.
      event.preventDefault();
      event.stopPropagation();
      const first = controls.find(control => control.offsetParent !== null);
      (first ?? buttons[0])?.focus();
      return true;
    }
    return controls.includes(target as HTMLElement) && key !== 'Escape';
  }

  private all(selector: string): HTMLElement[] {
    return Array.from(this.node.querySelectorAll<HTMLElement>(selector));
  }
}
