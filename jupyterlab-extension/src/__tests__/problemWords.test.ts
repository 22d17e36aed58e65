import { describe, expect, it } from 'vitest';
import type { TranslationBundle } from '@jupyterlab/translation';
import { problemWords } from '../panel/problemWords';
import { ServerProblem } from '../server/serverProblem';

const trans = { __: (text: string) => `ja: ${text}` } as TranslationBundle;

function said(status: number, field?: string): string {
  return problemWords(new ServerProblem(status, 'As it came.', field), trans);
}

describe('what went wrong is said in the language of the page', () => {
  it.each([
    [422, 'join_code', 'No class has this join code.'],
    [429, 'join_code', 'Too many ask for this just now.'],
    [409, 'student_number', 'Your teacher was asked'],
    [422, 'student_number', 'The class does not take this student number.'],
    [422, 'name', 'Say who you are'],
    [409, undefined, 'Somebody else is the student here by now.'],
    [0, undefined, 'The Jupyter server does not answer.'],
    [502, undefined, 'Cell Monitor does not answer just now.'],
    [503, undefined, 'Cell Monitor does not answer just now.'],
    [507, undefined, 'The disk is full']
  ])('%s about %s', (status, field, words) => {
    expect(said(status, field)).toMatch(new RegExp(`^ja: ${words}`));
  });

  it('has no words for everything', () => {
    expect(said(413, 'body')).toBe('As it came.');
  });
});
