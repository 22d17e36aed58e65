import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { SentEvent } from '../server/answers';
import { SentEntry } from './sentEntry';

/** The last events exactly as they were sent, newest first. */
export function SentSection(props: {
  sent: readonly SentEvent[];
  trans: TranslationBundle;
}): JSX.Element {
  const { sent, trans } = props;
  return (
    <section aria-labelledby="cm-sent">
      <h2 id="cm-sent">{trans.__('Sent last')}</h2>
      {sent.length === 0 ? (
        <p>{trans.__('Nothing yet.')}</p>
      ) : (
        <ul className="cm-Sent">
          {sent.map(entry => (
            <SentEntry
              key={String(entry.event.eventId ?? entry.at)}
              entry={entry}
              trans={trans}
            />
          ))}
        </ul>
      )}
    </section>
  );
}
