import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Identity } from '../server/answers';
import type { PanelActions } from './actions';
import { useAttempt } from './attempt';
import { JoinInstead } from './joinInstead';
import { ProblemText } from './problemText';

/** As whom the student's work is sent, or the form that asks for it. */
export function IdentitySection(props: {
  identity: Identity;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { identity, actions, trans } = props;
  const attempt = useAttempt();
  if (identity.kind === 'none') {
    return <JoinInstead identity={identity} actions={actions} trans={trans} />;
  }
  const name = identity.student ?? '–';
  return (
    <section aria-labelledby="cm-identity">
      <h2 id="cm-identity">{trans.__('Who you are')}</h2>
      <p>
        {identity.class
          ? trans.__('%1 in %2', name, identity.class.name)
          : name}
      </p>
      {identity.kind === 'join_code' && (
        <Button
          minimal
          small
          disabled={attempt.isUnderWay}
          onClick={() => attempt.run(() => actions.leaveClass())}
        >
          {trans.__('That is not me')}
        </Button>
      )}
      {identity.kind === 'open_door' && (
        <JoinInstead identity={identity} actions={actions} trans={trans} />
      )}
      <ProblemText problem={attempt.problem} trans={trans} />
    </section>
  );
}
