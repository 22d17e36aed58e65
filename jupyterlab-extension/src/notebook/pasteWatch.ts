import type { Notebook } from '@jupyterlab/notebook';
import { codePoints } from './editWatch';

/** Says how much text is pasted into cells; never which. */
export class PasteWatch {
  constructor(
    private readonly notebook: Notebook,
    private readonly pasted: (size: number) => void
  ) {
    // Captured: the editor may keep the event to itself.
    notebook.node.addEventListener('paste', this.onPaste, true);
  }

  dispose(): void {
    this.notebook.node.removeEventListener('paste', this.onPaste, true);
  }

  private readonly onPaste = (event: ClipboardEvent): void => {
    const target = event.target instanceof Element ? event.target : null;
    const size = codePoints(event.clipboardData?.getData('text/plain') ?? '');
    if (size > 0 && target?.closest('.jp-InputArea')) {
      this.pasted(size);
    }
  };
}
