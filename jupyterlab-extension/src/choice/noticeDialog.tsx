import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Choice, ChoiceChange, Status } from '../server/answers';
import { answers } from './decision';
import { NoticeText } from './noticeText';

/**
 * Shows the notice and waits for an answer.
 *
 * @returns what the student chose; nothing for "later", which sends nothing
 */
export async function showNotice(
  choice: Choice,
  status: Status | undefined,
  trans: TranslationBundle
): Promise<ChoiceChange | undefined> {
  const ways = answers(choice, trans);
  const later = Dialog.cancelButton({ label: trans.__('Later') });
  const dialog = new Dialog<unknown>({
    title: trans.__('Cell Monitor: before anything is sent'),
    body: <NoticeText status={status} trans={trans} />,
    buttons: [
      later,
      ...ways.map(({ label, isYes }) =>
        isYes ? Dialog.okButton({ label }) : Dialog.createButton({ label })
      )
    ]
  });
  dialog.addClass('cm-NoticeDialog');
  const { button } = await dialog.launch();
  return ways.find(({ label }) => label === button.label)?.choice;
}
