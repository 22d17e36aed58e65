import { Signal } from '@lumino/signaling';
import type { Choice, ChoiceChange } from '../server/answers';
import type { ServerExtension } from '../server/serverExtension';

/**
 * What the student chose, as the server extension keeps it. As long as that is not
 * known, nothing may be sent. All pages of one browser learn of a change at once.
 */
export class StudentChoice {
  /** Emitted when the choice, or what is known of it, is another. */
  readonly changed = new Signal<this, void>(this);
  /** Emitted before that when it is another's turn; whether that goes on with what was there. */
  readonly turned = new Signal<this, boolean>(this);
  private known: Choice | undefined;
  private readonly channel: BroadcastChannel;

  constructor(private readonly server: ServerExtension) {
    this.channel = new BroadcastChannel(`cell-monitor:${server.address}`);
    this.channel.onmessage = ({ data }) => this.adopt(data as Choice);
  }

  /** The choice; nothing while it is not known. */
  get current(): Choice | undefined {
    return this.known;
  }

  /** Whether the student has still to read the notice, or to agree or not. */
  get isOpen(): boolean {
    const choice = this.known;
    return (
      choice !== undefined &&
      (!choice.notice_seen ||
        (choice.consent_required && choice.agreed === null))
    );
  }

  /** Whether the student's choice, apart from a pause, allows to send. */
  get allows(): boolean {
    const choice = this.known;
    return (
      choice?.notice_seen === true &&
      choice.agreed !== false &&
      (choice.agreed === true || !choice.consent_required)
    );
  }

  /** Whether anything may be sent now. */
  get maySend(): boolean {
    return this.allows && this.known?.paused === false;
  }

  /** Whose turn it is here; nothing while it is not known. */
  get turn(): string | undefined {
    return this.known?.turn;
  }

  /** Asks the server extension. Rejects with a ServerProblem. */
  async refresh(): Promise<void> {
    this.adopt(await this.server.choice());
  }

  /** Changes a part of the choice. Rejects with a ServerProblem; it stays then. */
  async change(part: ChoiceChange): Promise<void> {
    const choice = await this.server.choose(part, this.turn);
    this.adopt(choice);
    this.channel.postMessage(choice);
  }

  /** Takes over what an answer of the server extension says. */
  adopt(choice: Choice): void {
    if (JSON.stringify(choice) !== JSON.stringify(this.known)) {
      const before = this.known;
      this.known = choice;
      if (before !== undefined && before.turn !== choice.turn) {
        this.turned.emit(before.turn === choice.turn_before);
      }
      this.changed.emit();
    }
  }
}
