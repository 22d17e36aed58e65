import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { HintBoard } from '../hint/hintBoard';
import { HintCard } from '../hint/hintCard';
import type { PanelActions } from './actions';

/** The hints that came, newest first. */
export function HintSection(props: {
  board: HintBoard;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element | null {
  const { board, actions, trans } = props;
  if (board.all.length === 0) {
    return null;
  }
  return (
    <section aria-labelledby="cm-hints">
      <h2 id="cm-hints">{trans.__('Hints')}</h2>
      {board.all.map(hint => (
        <HintCard
          key={hint.hint_id}
          hint={hint}
          trans={trans}
          onSeen={actions.seen}
          {...(hint.cell_id !== null && { onGo: actions.goTo })}
        />
      ))}
    </section>
  );
}
