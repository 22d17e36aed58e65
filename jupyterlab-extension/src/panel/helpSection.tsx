import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { MAXIMUM_MESSAGE, type HelpRequest } from '../help/helpRequest';
import { helpWords } from '../help/helpWords';
import type { PanelActions } from './actions';

/** Asks for help, says how the request stands, and takes it back. */
export function HelpSection(props: {
  request: HelpRequest;
  canAsk: boolean;
  /** Whether a request reaches anybody yet. */
  hasJoined: boolean;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { request, canAsk, hasJoined, actions, trans } = props;
  return (
    <section aria-labelledby="cm-help">
      <h2 id="cm-help">{trans.__('Help')}</h2>
      <p role="status" className="cm-HelpState">
        {helpWords(request, trans)}
      </p>
      {!hasJoined && (
        <p>
          {trans.__('A request reaches your teacher once you have joined.')}
        </p>
      )}
      {request.isOn ? (
        <Button className="jp-mod-styled" onClick={() => actions.withdraw()}>
          {trans.__('I no longer need help')}
        </Button>
      ) : (
        <AskForm canAsk={canAsk} actions={actions} trans={trans} />
      )}
    </section>
  );
}

function AskForm(props: {
  canAsk: boolean;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { canAsk, actions, trans } = props;
  const [message, setMessage] = React.useState('');
  const submit = (event: React.FormEvent): void => {
    event.preventDefault();
    actions.askForHelp(message);
    setMessage('');
  };
  return (
    <form onSubmit={submit}>
      <label className="cm-Field">
        <span className="cm-Setting-label">
          {trans.__('What is it about?')}
        </span>
        <span className="cm-Setting-caption">
          {trans.__('One line, if you like. Your teacher reads it.')}
        </span>
        <input
          className="jp-mod-styled"
          type="text"
          value={message}
          maxLength={MAXIMUM_MESSAGE}
          disabled={!canAsk}
          onChange={({ target }) => setMessage(target.value)}
        />
      </label>
      <Button
        type="submit"
        className="jp-mod-styled jp-mod-accept"
        disabled={!canAsk}
      >
        {trans.__('Ask for help')}
      </Button>
    </form>
  );
}
