import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import type { Choice, Level } from '../server/answers';
import type { PanelActions } from './actions';
import { useAttempt } from './attempt';
import { LevelChoice } from './levelChoice';
import { ProblemText } from './problemText';
import { Switch } from './switch';

/** What the student decides about sending: pause, how much, secrets, consent. */
export function ChoiceSection(props: {
  choice: Choice;
  actions: PanelActions;
  trans: TranslationBundle;
}): JSX.Element {
  const { choice, actions, trans } = props;
  const attempt = useAttempt();
  const choose = (part: Partial<Choice>): void =>
    attempt.run(() => actions.choose(part));
  return (
    <section aria-labelledby="cm-choice">
      <h2 id="cm-choice">{trans.__('What is sent')}</h2>
      <Switch
        label={trans.__('Pause')}
        caption={trans.__('Nothing is sent while it is on.')}
        isOn={choice.paused}
        onChange={paused => choose({ paused })}
      />
      <LevelChoice
        level={choice.level}
        onChange={(level: Level) => choose({ level })}
        trans={trans}
      />
      <Switch
        label={trans.__('Take out secrets')}
        caption={trans.__(
          'What looks like a password or a key is replaced before it is sent.'
        )}
        isOn={choice.scrub}
        onChange={scrub => choose({ scrub })}
      />
      {(choice.consent_required || choice.agreed === false) && (
        <Switch
          label={trans.__('I agree that my work is sent')}
          caption={
            choice.consent_required
              ? trans.__('Your class asks for it. You can take it back.')
              : trans.__('Without it nothing is sent.')
          }
          isOn={choice.agreed === true}
          onChange={agreed => choose({ agreed })}
        />
      )}
      <ProblemText problem={attempt.problem} trans={trans} />
    </section>
  );
}
