import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { StudentChoice } from '../choice/studentChoice';
import type { HelpRequest } from '../help/helpRequest';
import type { HintBoard } from '../hint/hintBoard';
import type { PanelActions } from './actions';
import { AnotherStudent } from './anotherStudent';
import { ChoiceSection } from './choiceSection';
import { HelpSection } from './helpSection';
import { HintSection } from './hintSection';
import { IdentitySection } from './identitySection';
import { NoticeSection } from './noticeSection';
import { OwnSection } from './ownSection';
import type { PanelModel } from './panelModel';
import { SentSection } from './sentSection';
import { StateLine } from './stateLine';

/** What the panel shows and does. */
export interface PanelProps {
  model: PanelModel;
  choice: StudentChoice;
  request: HelpRequest;
  board: HintBoard;
  actions: PanelActions;
  trans: TranslationBundle;
}

/** The panel: what it is about first, what is looked at seldom last. */
export function PanelView(props: PanelProps): JSX.Element {
  const { model, choice, actions, trans } = props;
  const { status } = model;
  const kind = status?.identity.kind;
  // Whoever joins may be known here already, or be asked for more.
  const identity = status && (
    <IdentitySection
      identity={status.identity}
      actions={actions}
      trans={trans}
    />
  );
  return (
    <div className="cm-Panel-content">
      <h1>{trans.__('Cell Monitor')}</h1>
      <StateLine model={model} trans={trans} />
      {choice.isOpen && choice.current ? (
        <>
          {kind === 'none' && identity}
          <NoticeSection
            choice={choice.current}
            status={status}
            actions={actions}
            trans={trans}
          />
          {kind === 'open_door' && identity}
          {kind === 'join_code' && (
            <AnotherStudent
              identity={status?.identity}
              actions={actions}
              trans={trans}
            />
          )}
        </>
      ) : (
        <Sections {...props} />
      )}
    </div>
  );
}

function Sections(props: PanelProps): JSX.Element {
  const { model, choice, request, board, actions, trans } = props;
  const { status, own, sent } = model;
  const hasJoined = status?.identity.kind !== 'none';
  const identity = status && (
    <IdentitySection
      identity={status.identity}
      actions={actions}
      trans={trans}
    />
  );
  return (
    <>
      {!hasJoined && identity}
      <HintSection board={board} actions={actions} trans={trans} />
      <HelpSection
        request={request}
        canAsk={choice.maySend}
        hasJoined={hasJoined}
        actions={actions}
        trans={trans}
      />
      {hasJoined && identity}
      {choice.current && (
        <ChoiceSection
          choice={choice.current}
          actions={actions}
          trans={trans}
        />
      )}
      {own && <OwnSection own={own} trans={trans} />}
      <SentSection sent={sent} trans={trans} />
    </>
  );
}
