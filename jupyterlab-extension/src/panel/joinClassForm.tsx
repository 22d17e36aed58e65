import { Button } from '@jupyterlab/ui-components';
import type { TranslationBundle } from '@jupyterlab/translation';
import * as React from 'react';
import { ServerProblem } from '../server/serverProblem';
import type { PanelActions } from './actions';
import { useAttempt } from './attempt';
import { ProblemText } from './problemText';
import { TextField } from './textField';

/** Joins a class with its code; once per computer. */
export function JoinClassForm(props: {
  actions: Pick<PanelActions, 'join'>;
  trans: TranslationBundle;
}): JSX.Element {
  const { actions, trans } = props;
  const attempt = useAttempt();
  // The notice and the panel behind it may both show one.
  const heading = React.useId();
  const form = React.useRef<HTMLFormElement>(null);
  React.useEffect(() => {
    if (attempt.problem !== undefined) {
      // A button that is disabled meanwhile loses the keyboard.
      wrongField(form.current, attempt.problem)?.focus();
    }
  }, [attempt.problem]);
  const submit = (event: React.FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? '').trim();
    attempt.run(() =>
      actions.join({
        join_code: text('join_code'),
        student_number: text('student_number'),
        name: text('name')
      })
    );
  };
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading}>{trans.__('Join your class')}</h2>
      <form ref={form} onSubmit={submit}>
        <TextField
          name="join_code"
          label={trans.__('Join code')}
          caption={trans.__('Your teacher shows it.')}
        />
        <TextField name="student_number" label={trans.__('Student number')} />
        <TextField name="name" label={trans.__('Name')} />
        <Button
          type="submit"
          className="jp-mod-styled jp-mod-accept"
          disabled={attempt.isUnderWay}
        >
          {trans.__('Join')}
        </Button>
      </form>
      <ProblemText problem={attempt.problem} trans={trans} />
    </section>
  );
}

/** The field that a problem is about, or the first. */
function wrongField(
  form: HTMLFormElement | null,
  problem: unknown
): HTMLElement | null {
  const name = problem instanceof ServerProblem ? problem.field : undefined;
  const fields = Array.from(form?.querySelectorAll('input') ?? []);
  return fields.find(field => field.name === name) ?? fields[0] ?? null;
}
