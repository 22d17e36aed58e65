import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Identity, Status } from '../server/answers';

/** What a student reads before anything is sent. */
export function NoticeText(props: {
  status: Status | undefined;
  trans: TranslationBundle;
}): JSX.Element {
  const { status, trans } = props;
  return (
    <div className="cm-Notice">
      <p>
        {trans.__(
          'Your teacher uses Cell Monitor to see, during the lesson, where the class needs help.'
        )}
      </p>
      <p>
        {trans.__(
          'Sent are: the cells you run with their code, results and errors; the notebooks you open, save and leave; at which cell you are; when you do nothing for a minute; how many characters you edit and paste, never which; trouble with the kernel; your requests for help.'
        )}
      </p>
      <p>
        {trans.__(
          'Not sent are: your key strokes, other files and programs, the text of cells that you do not run. What looks like a password or a key is taken out.'
        )}
      </p>
      {status && <p>{trans.__('It is sent to %1.', status.url)}</p>}
      <SentAs identity={status?.identity} trans={trans} />
      <p>
        {trans.__(
          'In the panel "Cell Monitor" on the right you can see exactly what was sent, send less, or pause at any time.'
        )}
      </p>
    </div>
  );
}

function SentAs(props: {
  identity: Identity | undefined;
  trans: TranslationBundle;
}): JSX.Element | null {
  const { identity, trans } = props;
  if (identity?.kind === 'none') {
    return (
      <p>
        {trans.__('You have not joined your class yet.')}{' '}
        {trans.__('What you do waits on this computer until then.')}
      </p>
    );
  }
  return identity?.student ? (
    <p>{trans.__('It is sent as "%1".', identity.student)}</p>
  ) : null;
}
