import * as React from 'react';

/** What went wrong, read out when it appears. */
export function ProblemText({
  text
}: {
  text: string | undefined;
}): JSX.Element | null {
  return text === undefined ? null : (
    <p className="cm-Problem" role="alert">
      {text}
    </p>
  );
}
