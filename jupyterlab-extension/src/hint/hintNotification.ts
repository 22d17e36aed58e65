import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Hint } from '../server/answers';
import type { HintBoard } from './hintBoard';
import { hintText } from './hintCard';

/** Milliseconds for which a notification stays; the hint itself stays longer. */
const SHOWN = 20_000;

/** The most characters of a hint in a notification. */
const MAXIMUM_TEXT = 140;

/** Says that a hint came, wherever the student is, and offers to go to it. */
export function notifyOfHints(
  board: HintBoard,
  goTo: (hint: Hint) => void,
  trans: TranslationBundle
): void {
  board.changed.connect((_, fresh) => {
    for (const hint of fresh) {
      const from = hint.from ?? trans.__('Your teacher');
      const text = hintText(hint, trans).slice(0, MAXIMUM_TEXT);
      Notification.info(`${trans.__('Hint from %1', from)}: ${text}`, {
        autoClose: SHOWN,
        actions:
          hint.cell_id === null
            ? []
            : [
                {
                  label: trans.__('Go to the cell'),
                  callback: () => goTo(hint)
                }
              ]
      });
    }
  });
}
