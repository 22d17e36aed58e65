import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Identity } from '../server/answers';
import type { PanelActions } from './actions';
import { AnotherStudent } from './anotherStudent';

/** As whom the student's work is sent, and what changes that. */
export function IdentitySection(props: {
  identity: Identity;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { identity, trans } = props;
  if (identity.kind === 'none') {
    return <AnotherStudent {...props} />;
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
      <AnotherStudent {...props} />
    </section>
  );
}
