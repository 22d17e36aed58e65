import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { problemWords } from './problemWords';

/** What went wrong, brought into sight and read out when it appears. */
export function ProblemText({
  problem,
  trans
}: {
  /** What was thrown; undefined when nothing was. */
  problem: unknown;
  trans: TranslationBundle;
}): JSX.Element | null {
  const text = React.useRef<HTMLParagraphElement>(null);
  React.useEffect(
    () => text.current?.scrollIntoView({ block: 'nearest' }),
    [problem]
  );
  return problem === undefined ? null : (
    <p ref={text} className="cm-Problem" role="alert">
      {problemWords(problem, trans)}
    </p>
  );
}
