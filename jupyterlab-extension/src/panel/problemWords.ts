import type { TranslationBundle } from '@jupyterlab/translation';
import { ServerProblem } from '../server/serverProblem';

/**
 * What went wrong, in the student's language, and what to do about it; what has no
 * words here is said as it came.
 */
export function problemWords(
  problem: unknown,
  trans: TranslationBundle
): string {
  if (!(problem instanceof ServerProblem)) {
    return String(problem);
  }
  const { status, field, message } = problem;
  return (
    aboutField(status, field, trans) ?? aboutStatus(status, trans) ?? message
  );
}

/** By what the application refuses a join. */
function aboutField(
  status: number,
  field: string | undefined,
  trans: TranslationBundle
): string | undefined {
  if (status === 429) {
    return trans.__(
      'Too many ask for this just now. Wait a little and try again.'
    );
  }
  switch (field) {
    case 'join_code':
      return trans.__('No class has this join code.');
    case 'student_number':
      return status === 409
        ? trans.__(
            'Your teacher was asked whether this student number is yours. Try again when they have decided.'
          )
        : trans.__(
            'The class does not take this student number. Look at it again, or ask your teacher.'
          );
    case 'name':
      return trans.__('Say who you are: your student number, name, or both.');
  }
  return undefined;
}

function aboutStatus(
  status: number,
  trans: TranslationBundle
): string | undefined {
  switch (status) {
    case 0:
      return trans.__('The Jupyter server does not answer.');
    case 409:
      return trans.__('Somebody else is the student here by now.');
    case 502:
    case 503:
    case 504:
      return trans.__(
        'Cell Monitor does not answer just now. Try again in a while.'
      );
    case 507:
      return trans.__('The disk is full: nothing more can be kept here.');
  }
  return undefined;
}
