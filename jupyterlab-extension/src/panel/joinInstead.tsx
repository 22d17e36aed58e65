import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Identity } from '../server/answers';
import type { PanelActions } from './actions';
import { JoinClassForm } from './joinClassForm';

/** The form to join a class: open where a student has to, folded where one may. */
export function JoinInstead(props: {
  identity: Identity | undefined;
  actions: Pick<PanelActions, 'join'>;
  trans: TranslationBundle;
}): JSX.Element | null {
  const { identity, actions, trans } = props;
  const form = <JoinClassForm actions={actions} trans={trans} />;
  switch (identity?.kind) {
    case 'none':
      return form;
    case 'open_door':
      return (
        <details>
          <summary>{trans.__('Join with a code instead')}</summary>
          {form}
        </details>
      );
    default:
      return null;
  }
}
