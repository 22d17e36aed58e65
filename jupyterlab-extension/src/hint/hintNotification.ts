import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Hint } from '../server/answers';
import type { HintBoard } from './hintBoard';
import { hintText } from './hintCard';

/** Milliseconds for which a notification stays; the hint itself stays longer. */
const SHOWN = 20_000;

/** The most characters of a hint in a notification. */
const MAXIMUM_TEXT = 140;

/** Says that a hint came, wherever the student is, and offers to go to it; it goes with the hint. */
export function notifyOfHints(
  board: HintBoard,
  goTo: (hint: Hint) => void,
  trans: TranslationBundle
): void {
  const notifications = new Map<string, string>();
  board.changed.connect((_, fresh) => {
    const known = new Set(board.all.map(({ hint_id }) => hint_id));
    for (const [hintId, notification] of notifications) {
      if (!known.has(hintId)) {
        Notification.dismiss(notification);
        notifications.delete(hintId);
      }
    }
    for (const hint of fresh) {
      notifications.set(hint.hint_id, notify(hint, goTo, trans));
    }
  });
}

function notify(
  hint: Hint,
  goTo: (hint: Hint) => void,
  trans: TranslationBundle
): string {
  const from = hint.from ?? trans.__('Your teacher');
  const text = hintText(hint, trans).slice(0, MAXIMUM_TEXT);
  const label = trans.__('Go to the cell');
  const go = { label, callback: () => goTo(hint) };
  return Notification.info(`${trans.__('Hint from %1', from)}: ${text}`, {
    autoClose: SHOWN,
    actions: hint.cell_id === null ? [] : [go]
  });
}
