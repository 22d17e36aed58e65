import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Identity } from '../server/answers';
import type { PanelActions } from './actions';
import { useAttempt } from './attempt';
import { JoinClassForm } from './joinClassForm';
import { ProblemText } from './problemText';

/** What changes as whom the student's work is sent. */
export type StudentActions = Pick<PanelActions, 'join' | 'leaveClass'>;

interface Props {
  actions: StudentActions;
  trans: TranslationBundle;
}

/**
 * How to be another student than the one that work is sent as: by joining, in a form that
 * is open where a student has to and folded where one may, or by taking a join back.
 */
export function AnotherStudent({
  identity,
  ...props
}: Props & { identity: Identity | undefined }): JSX.Element | null {
  switch (identity?.kind) {
    case 'none':
      return <JoinClassForm {...props} />;
    case 'open_door':
      return (
        <details>
          <summary>{props.trans.__('Join with a code instead')}</summary>
          <JoinClassForm {...props} />
        </details>
      );
    case 'join_code':
      return <NotMe {...props} />;
    default:
      return null;
  }
}

/** Takes back that somebody has joined on this computer. */
function NotMe({ actions, trans }: Props): JSX.Element {
  const attempt = useAttempt();
  return (
    <>
      <Button
        className="jp-mod-styled cm-NotMe"
        small
        disabled={attempt.isUnderWay}
        onClick={() => attempt.run(() => actions.leaveClass())}
      >
        {trans.__('That is not me')}
      </Button>
      <ProblemText problem={attempt.problem} trans={trans} />
    </>
  );
}
