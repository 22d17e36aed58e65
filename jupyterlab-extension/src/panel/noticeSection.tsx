import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { answers } from '../choice/decision';
import { NoticeText } from '../choice/noticeText';
import type { Choice, Status } from '../server/answers';
import type { PanelActions } from './actions';
import { useAttempt } from './attempt';
import { ProblemText } from './problemText';

/** The notice in the panel, as long as it is not answered. */
export function NoticeSection(props: {
  choice: Choice;
  status: Status | undefined;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { choice, status, actions, trans } = props;
  const attempt = useAttempt();
  return (
    <section aria-labelledby="cm-notice">
      <h2 id="cm-notice">{trans.__('Before anything is sent')}</h2>
      <NoticeText status={status} trans={trans} />
      <div className="cm-Buttons">
        {answers(choice, trans).map(answer => (
          <Button
            key={answer.label}
            className={`jp-mod-styled ${answer.isYes ? 'jp-mod-accept' : 'jp-mod-reject'}`}
            disabled={attempt.isUnderWay}
            onClick={() => attempt.run(() => actions.choose(answer.choice))}
          >
            {answer.label}
          </Button>
        ))}
      </div>
      <ProblemText problem={attempt.problem} trans={trans} />
    </section>
  );
}
