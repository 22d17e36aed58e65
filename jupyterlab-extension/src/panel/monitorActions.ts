import type { Monitor } from '../monitor';
import type { ChoiceChange, Hint } from '../server/answers';
import type { JoinForm } from '../server/serverExtension';
import type { PanelActions } from './actions';

/** What a student does in the panel, done. */
export class MonitorActions implements PanelActions {
  /** @param goTo - brings the cell of a hint into sight */
  constructor(
    private readonly monitor: Monitor,
    readonly goTo: (hint: Hint) => void
  ) {}

  async choose(part: ChoiceChange): Promise<void> {
    try {
      await this.monitor.choice.change(part);
    } finally {
      // What is refused may be another student's by now.
      await this.monitor.model.look();
    }
  }

  async join(form: JoinForm): Promise<void> {
    await this.monitor.server.join(form);
    await this.monitor.changeStudent();
  }

  async leaveClass(): Promise<void> {
    const { server, choice } = this.monitor;
    try {
      await server.leaveClass(choice.turn);
    } finally {
      await this.monitor.changeStudent();
    }
  }

  askForHelp(message: string): void {
    this.monitor.request.ask(message);
  }

  withdraw(): void {
    this.monitor.request.withdraw();
  }

  readonly seen = (hint: Hint): void => this.monitor.board.see(hint);
}
