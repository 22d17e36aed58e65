import { Dialog } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { AnotherStudent, type StudentActions } from '../panel/anotherStudent';
import type { Choice, ChoiceChange, Status } from '../server/answers';
import { answers } from './decision';
import { FormDialog } from './formDialog';
import { NoticeText } from './noticeText';
import type { StudentChoice } from './studentChoice';

/**
 * What became of the notice: a choice; nothing for now, which sends nothing; or another
 * question, for somebody has joined or left, or it was answered in another page.
 */
export type Reply = ChoiceChange | 'later' | 'overtaken';

/** Shows the notice, where a student may join or leave as well, and waits for what becomes of it. */
export async function showNotice(
  choice: StudentChoice,
  status: Status | undefined,
  actions: StudentActions,
  trans: TranslationBundle
): Promise<Reply> {
  const asked = choice.current;
  const ways = asked ? answers(asked, trans) : [];
  const dialog = new FormDialog<unknown>({
    title: trans.__('Cell Monitor: before anything is sent'),
    body: (
      <>
        <NoticeText status={status} trans={trans} />
        <AnotherStudent
          identity={status?.identity}
          actions={actions}
          trans={trans}
        />
      </>
    ),
    buttons: [
      Dialog.cancelButton({ label: trans.__('Later') }),
      ...ways.map(({ label, isYes }) =>
        isYes ? Dialog.okButton({ label }) : Dialog.createButton({ label })
      )
    ],
    ...(status?.identity.kind === 'none' && { focusNodeSelector: 'input' })
  });
  dialog.addClass('cm-NoticeDialog');
  let isOvertaken = false;
  const look = (): void => {
    if (!choice.isOpen || !isSameQuestion(asked, choice.current)) {
      isOvertaken = true;
      dialog.reject();
    }
  };
  choice.changed.connect(look);
  const { button } = await dialog.launch();
  choice.changed.disconnect(look);
  if (isOvertaken) {
    return 'overtaken';
  }
  return ways.find(({ label }) => label === button.label)?.choice ?? 'later';
}

/** Whether the same student is asked for the same. */
function isSameQuestion(
  one: Choice | undefined,
  other: Choice | undefined
): boolean {
  return (
    one?.turn === other?.turn &&
    one?.consent_required === other?.consent_required
  );
}
