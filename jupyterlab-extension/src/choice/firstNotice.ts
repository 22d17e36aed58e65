import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Monitor } from '../monitor';
import { showNotice } from './noticeDialog';

/**
 * Asks how things stand, and the student, where that is still open.
 *
 * @param openPanel - shows the notice where it can be answered later
 */
export async function begin(
  { model, choice }: Monitor,
  openPanel: () => void,
  trans: TranslationBundle
): Promise<void> {
  await model.lookAtStatus();
  if (model.isUnreachable) {
    Notification.warning(
      trans.__(
        'Cell Monitor cannot reach its server extension: runs are not sent.'
      ),
      { autoClose: 15_000 }
    );
    return;
  }
  if (choice.isOpen && choice.current) {
    const answer = await showNotice(choice.current, model.status, trans);
    if (answer === undefined) {
      openPanel();
    } else {
      await choice.change(answer).catch(openPanel);
    }
  }
}
