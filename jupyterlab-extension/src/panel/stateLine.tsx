import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Level, Status } from '../server/answers';
import type { PanelModel } from './panelModel';

/** How well things stand: it says the colour and the sign before the words. */
type Mood = 'good' | 'busy' | 'bad' | 'off';

const SIGNS: Record<Mood, string> = {
  good: '●',
  busy: '◐',
  bad: '▲',
  off: '○'
};

/** One line that says whether the teacher sees what is done. */
export function StateLine(props: {
  model: PanelModel;
  trans: TranslationBundle;
}): JSX.Element {
  const [mood, text] = describe(props.model, props.trans);
  return (
    <p className={`cm-State cm-mod-${mood}`} role="status">
      <span aria-hidden="true">{SIGNS[mood]} </span>
      {text}
    </p>
  );
}

/** The state in words, for the panel and the caption of its tab. */
export function describe(
  { status, isUnreachable }: PanelModel,
  trans: TranslationBundle
): [Mood, string] {
  if (isUnreachable) {
    return ['bad', trans.__('The Jupyter server does not answer.')];
  }
  return status
    ? describeStatus(status, trans)
    : ['off', trans.__('Looking …')];
}

function describeStatus(
  { state, waiting, choice }: Status,
  trans: TranslationBundle
): [Mood, string] {
  const kept = trans.__('%1 waiting; nothing is lost.', waiting);
  switch (state) {
    case 'connected':
      return ['good', seen(choice.level, trans)];
    case 'waiting':
      return ['busy', trans.__('Sending: %1 waiting', waiting)];
    case 'unreachable':
      return ['bad', `${trans.__('Cell Monitor cannot be reached.')} ${kept}`];
    case 'refused':
      return [
        'bad',
        `${trans.__('Cell Monitor refuses to take events.')} ${kept}`
      ];
    case 'no_identity':
      return [
        'off',
        `${trans.__('You have not joined your class yet.')} ${trans.__('What you do waits on this computer until then.')}`
      ];
    case 'no_consent':
      return choice.agreed === false
        ? ['off', trans.__('Nothing is sent: you have not agreed.')]
        : ['off', trans.__('Nothing is sent yet.')];
    case 'paused':
      return ['off', trans.__('Paused: nothing is sent.')];
    case 'disk_full':
      return ['bad', trans.__('The disk is full: events cannot be kept.')];
  }
}

/** What the teacher sees, while all goes well. */
function seen(level: Level, trans: TranslationBundle): string {
  switch (level) {
    case 'everything':
      return trans.__('Connected: your teacher sees the cells you run.');
    case 'no_code':
      return trans.__(
        'Connected: your teacher sees which cells you run, not their code.'
      );
    case 'presence':
      return trans.__('Connected: your teacher sees only that you are there.');
  }
}
