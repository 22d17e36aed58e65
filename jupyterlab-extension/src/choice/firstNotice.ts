import { Notification } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Monitor } from '../monitor';
import type { StudentActions } from '../panel/anotherStudent';
import { showNotice } from './noticeDialog';
import type { StudentChoice } from './studentChoice';

/** How often, and after how many milliseconds, a server that is slow is asked again. */
const TRIES = [1000, 3000, 10_000];

/**
 * Asks how things stand, and the student, where that is still open.
 *
 * @param openPanel - shows the notice where it can be answered later
 */
export async function begin(
  monitor: Monitor,
  actions: StudentActions,
  openPanel: () => void,
  trans: TranslationBundle
): Promise<void> {
  const { model, choice } = monitor;
  await model.lookAtStatus();
  for (const pause of TRIES) {
    if (model.isUnreachable) {
      await new Promise(done => setTimeout(done, pause));
      await model.lookAtStatus();
    }
  }
  if (model.isUnreachable) {
    Notification.warning(
      trans.__(
        'Cell Monitor cannot reach its server extension: runs are not sent.'
      ),
      { autoClose: 15_000 }
    );
  } else {
    await ask(monitor, actions, openPanel, trans);
  }
  if (choice.allows && model.status?.identity.kind === 'none') {
    // That is where to join.
    openPanel();
  }
  askAgain(choice, openPanel);
}

/** Asks until there is an answer: whoever joins or leaves in the notice may have to say more, or nothing. */
async function ask(
  { model, choice }: Monitor,
  actions: StudentActions,
  openPanel: () => void,
  trans: TranslationBundle
): Promise<void> {
  while (choice.isOpen) {
    const reply = await showNotice(choice, model.status, actions, trans);
    if (reply === 'later') {
      openPanel();
      return;
    }
    if (reply !== 'overtaken') {
      await choice.change(reply).catch(openPanel);
      return;
    }
  }
}

/** A class that comes to be known later may ask for consent: so does the panel. */
function askAgain(choice: StudentChoice, openPanel: () => void): void {
  let wasOpen = choice.isOpen;
  choice.changed.connect(() => {
    if (choice.isOpen && !wasOpen) {
      openPanel();
    }
    wasOpen = choice.isOpen;
  });
}
