import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { problemWords } from './problemWords';

/** What went wrong, read out when it appears. */
export function ProblemText({
  problem,
  trans
}: {
  /** What was thrown; undefined when nothing was. */
  problem: unknown;
  trans: TranslationBundle;
}): JSX.Element | null {
  return problem === undefined ? null : (
    <p className="cm-Problem" role="alert">
      {problemWords(problem, trans)}
    </p>
  );
}
