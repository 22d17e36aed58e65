import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Hint } from '../server/answers';
import { watchSeen } from './seenWatch';

/** What a hint can do. */
export interface HintCardProps {
  hint: Hint;
  trans: TranslationBundle;
  onSeen: (hint: Hint) => void;
  /** Puts it away; where it is missing, the hint stays. */
  onDismiss?: (hint: Hint) => void;
  /** Goes to its cell; where it is missing, there is none. */
  onGo?: (hint: Hint) => void;
}

/** A hint of a teacher, at its cell or in the panel. */
export function HintCard(props: HintCardProps): JSX.Element {
  const { hint, trans, onSeen, onDismiss, onGo } = props;
  const element = React.useRef<HTMLDivElement>(null);
  React.useEffect(
    () =>
      element.current
        ? watchSeen(element.current, () => onSeen(hint))
        : undefined,
    [hint.hint_id]
  );
  const from = hint.from ?? trans.__('Your teacher');
  return (
    <div
      ref={element}
      className="cm-Hint"
      role="note"
      aria-label={trans.__('Hint from %1', from)}
    >
      <div className="cm-Hint-from">
        {trans.__('Hint from %1', from)}
        <time dateTime={hint.at}>{clock(hint.at)}</time>
      </div>
      <p className="cm-Hint-text">{hintText(hint, trans)}</p>
      {onGo && (
        <Button small minimal onClick={() => onGo(hint)}>
          {trans.__('Go to the cell')}
        </Button>
      )}
      {onDismiss && (
        <Button small minimal onClick={() => onDismiss(hint)}>
          {trans.__('Got it')}
        </Button>
      )}
    </div>
  );
}

/** The words of a hint, or that there are none to show. */
export function hintText({ text }: Hint, trans: TranslationBundle): string {
  return text ?? trans.__('The words of this hint cannot be shown.');
}

/** The time of day of an event, in the language of the browser. */
export function clock(time: string): string {
  const style = {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23'
  } as const;
  return new Date(time).toLocaleTimeString([], style);
}
