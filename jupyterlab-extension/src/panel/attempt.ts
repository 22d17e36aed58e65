import * as React from 'react';

/** Something that may fail, and what it failed with the last time. */
export interface Attempt {
  problem: unknown;
  isUnderWay: boolean;
  run(action: () => Promise<void>): void;
}

/** Runs one action at a time and keeps what it failed with, to show it. */
export function useAttempt(): Attempt {
  const [problem, setProblem] = React.useState<unknown>();
  const [isUnderWay, setUnderWay] = React.useState(false);
  const run = (action: () => Promise<void>): void => {
    setUnderWay(true);
    setProblem(undefined);
    action()
      .catch(error => setProblem(error))
      .finally(() => setUnderWay(false));
  };
  return { problem, isUnderWay, run };
}
