import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { clock } from '../hint/hintCard';
import type { SentEvent } from '../server/answers';
import { eventWords } from './eventWords';

/** One event: its type, time and state; opened, all that it says. */
export function SentEntry(props: {
  entry: SentEvent;
  trans: TranslationBundle;
}): JSX.Element {
  const { entry, trans } = props;
  const type = String(entry.event.eventType);
  // Its text is made when it is asked for: it may be long.
  const [isOpen, setOpen] = React.useState(false);
  return (
    <li>
      <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary>
          <time dateTime={entry.at}>{clock(entry.at)}</time>{' '}
          <span title={type}>{eventWords(type, trans)}</span>{' '}
          <span className="cm-Sent-state">{stateWord(entry, trans)}</span>
        </summary>
        {isOpen && (
          <pre tabIndex={0}>{JSON.stringify(entry.event, null, 2)}</pre>
        )}
      </details>
    </li>
  );
}

function stateWord(
  { state, reason }: SentEvent,
  trans: TranslationBundle
): string {
  switch (state) {
    case 'accepted':
      return trans.__('sent');
    case 'waiting':
      return trans.__('waiting');
    case 'set_aside':
      return trans.__('not taken: %1', reason ?? '');
  }
}
