import type { Monitor } from '../monitor';
import type { Choice, Hint } from '../server/answers';
import type { JoinForm } from '../server/serverExtension';
import type { PanelActions } from './actions';

/** What a student does in the panel, done. */
export class MonitorActions implements PanelActions {
  /** @param goTo - brings the cell of a hint into sight */
  constructor(
    private readonly monitor: Monitor,
    readonly goTo: (hint: Hint) => void
  ) {}

  async choose(part: Partial<Choice>): Promise<void> {
    await this.monitor.choice.change(part);
    await this.monitor.model.look();
  }

  async join(form: JoinForm): Promise<void> {
    await this.monitor.server.join(form);
    await this.monitor.changeStudent('joined');
  }

  async leaveClass(): Promise<void> {
    await this.monitor.server.leaveClass();
    await this.monitor.changeStudent('left');
  }

  askForHelp(message: string): void {
    this.monitor.request.ask(message);
  }

  withdraw(): void {
    this.monitor.request.withdraw();
  }

  readonly seen = (hint: Hint): void => this.monitor.board.see(hint);
}
