import type { ChoiceChange, Hint } from '../server/answers';
import type { JoinForm } from '../server/serverExtension';

/** What a student can do in the panel. What fails rejects with a ServerProblem. */
export interface PanelActions {
  choose(part: ChoiceChange): Promise<void>;
  join(form: JoinForm): Promise<void>;
  leaveClass(): Promise<void>;
  askForHelp(message: string): void;
  withdraw(): void;
  goTo(hint: Hint): void;
  seen(hint: Hint): void;
}
