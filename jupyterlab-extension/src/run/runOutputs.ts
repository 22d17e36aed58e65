import { displayText, terminalText, type MimeBundle } from './outputText';

/** Characters kept of one run; what is sent is cut to 16 KiB afterwards. */
const MAXIMUM_CHARACTERS = 65536;

interface Piece {
  kind: 'stream' | 'display';
  text: string;
  displayId?: string | undefined;
}

/** The outputs of one run, collected as they come, bounded in memory. */
export class RunOutputs {
  private pieces: Piece[] = [];
  private characters = 0;
  private clearBeforeNext = false;
  private cut = false;

  /** Whether output was left out because there was too much of it. */
  get wasCut(): boolean {
    return this.cut;
  }

  /** Adds what was written to standard output or standard error. */
  addStream(text: string): void {
    this.clearIfAsked();
    const kept = this.fitting(text);
    const last = this.pieces.at(-1);
    if (last?.kind === 'stream') {
      last.text += kept;
    } else if (kept !== '') {
      this.pieces.push({ kind: 'stream', text: kept });
    }
    this.characters += kept.length;
  }

  /** Adds a display or a result. */
  addDisplay(data: MimeBundle, displayId?: string): void {
    this.clearIfAsked();
    const text = this.fitting(displayText(data));
    this.pieces.push({ kind: 'display', text, displayId });
    this.characters += text.length;
  }

  /** Replaces a display of this run that has the given id. */
  updateDisplay(data: MimeBundle, displayId: string): void {
    for (const piece of this.pieces) {
      if (piece.displayId === displayId) {
        this.characters -= piece.text.length;
        piece.text = this.fitting(displayText(data));
        this.characters += piece.text.length;
      }
    }
  }

  /** Clears all outputs, at once or (`wait`) when the next one comes. */
  clear(wait: boolean): void {
    if (wait) {
      this.clearBeforeNext = true;
      return;
    }
    this.pieces = [];
    this.characters = 0;
    this.cut = false;
    this.clearBeforeNext = false;
  }

  /** The text form of all outputs in the order in which they came. */
  toText(): string {
    return this.pieces
      .map(({ kind, text }) => (kind === 'stream' ? terminalText(text) : text))
      .join('');
  }

  private clearIfAsked(): void {
    if (this.clearBeforeNext) {
      this.clear(false);
    }
  }

  private fitting(text: string): string {
    // What is full stays so: to look for room at each of a million lines takes long.
    if (!this.cut && this.characters + text.length > MAXIMUM_CHARACTERS) {
      this.collapse();
    }
    const room = Math.max(0, MAXIMUM_CHARACTERS - this.characters);
    this.cut ||= text.length > room;
    return text.slice(0, room);
  }

  /** Long progress bars are mostly lines written over: gives their room back. */
  private collapse(): void {
    for (const piece of this.pieces) {
      if (piece.kind === 'stream') {
        const tail = piece.text.slice(piece.text.lastIndexOf('\n') + 1);
        const head = piece.text.slice(0, piece.text.length - tail.length);
        const state = tail.slice(Math.max(0, tail.lastIndexOf('\r')));
        piece.text = terminalText(head) + state;
      }
    }
    this.characters = this.pieces.reduce((sum, p) => sum + p.text.length, 0);
  }
}
