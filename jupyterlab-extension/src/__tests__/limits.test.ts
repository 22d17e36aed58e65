import { expect, test } from 'vitest';
import { cutToBytes, cutToCodePoints, withinLimits } from '../event/limits';

const bytes = (text: string) => new TextEncoder().encode(text).length;

test.each([
  ['abc', 3, 'abc'],
  ['abcd', 3, 'abc'],
  ['あい', 5, 'あ'],
  ['a😀', 4, 'a'],
  ['a😀', 5, 'a😀']
])('%j in %i bytes is %j', (text, limit, kept) => {
  expect(cutToBytes(text, limit)).toBe(kept);
});

test('code points are counted, never split', () => {
  expect(cutToCodePoints('😀😀😀', 2)).toBe('😀😀');
  expect(cutToCodePoints('short', 500)).toBe('short');
});

test('an event within its limits stays as it is', () => {
  const details = { code: 'x', result: 'y', errorName: 'E' };
  expect(withinLimits(details)).toEqual(details);
});

test('what is too long is cut and named, beside what was cut before', () => {
  const event = withinLimits({
    code: 'あ'.repeat(30_000),
    traceback: 't'.repeat(20_000),
    errorMessage: 'm'.repeat(5000),
    errorName: 'E'.repeat(200),
    notebookPath: '教'.repeat(600),
    metadata: { _cut: ['result'] }
  });
  expect(bytes(event.code ?? '')).toBe(65_535);
  expect(event.traceback).toHaveLength(16_384);
  expect(event.errorMessage).toHaveLength(4096);
  expect(event.errorName).toHaveLength(128);
  expect(event.notebookPath).toHaveLength(500);
  expect(event.metadata?._cut).toEqual([
    'result',
    'code',
    'traceback',
    'errorMessage',
    'errorName',
    'notebookPath'
  ]);
});
