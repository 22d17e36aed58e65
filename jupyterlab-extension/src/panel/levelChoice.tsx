import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Level } from '../server/answers';

/** How much is sent: three levels, one of them chosen. */
export function LevelChoice(props: {
  level: Level;
  onChange: (level: Level) => void;
  trans: TranslationBundle;
}): JSX.Element {
  const { level, onChange, trans } = props;
  const name = React.useId();
  const texts: Record<Level, [string, string]> = {
    everything: [
      trans.__('Everything'),
      trans.__('Runs with code, results and errors')
    ],
    no_code: [
      trans.__('No code'),
      trans.__('Which cells ran, how long, well or not')
    ],
    presence: [trans.__('Presence only'), trans.__('That you are there')]
  };
  return (
    <fieldset className="cm-Levels">
      <legend>{trans.__('How much')}</legend>
      {(Object.keys(texts) as Level[]).map(key => (
        <label key={key} className="cm-Level">
          <input
            type="radio"
            name={name}
            checked={key === level}
            onChange={() => onChange(key)}
          />
          <span>
            <span className="cm-Setting-label">{texts[key][0]}</span>
            <span className="cm-Setting-caption">{texts[key][1]}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
