import { expect, test } from 'vitest';
import { displayText, terminalText } from '../run/outputText';
import { RunOutputs } from '../run/runOutputs';

test.each([
  ['a\r\nb', 'a\nb'],
  ['10%\r50%\r100%\ndone', '100%\ndone'],
  ['10%\r50%\r', '50%'],
  ['\u001b[31mred\u001b[0m', 'red']
])('a stream is read as on a terminal: %j', (stream, text) => {
  expect(terminalText(stream)).toBe(text);
});

test.each([
  [{ 'text/plain': 'x', 'text/html': '<b>x</b>' }, 'x\n'],
  [{ 'text/html': '<b>x</b>' }, '[text/html, 8 bytes]\n'],
  [
    { 'image/png': 'AAAA', 'text/plain': '<Figure>' },
    '<Figure>\n[image/png, 3 bytes]\n'
  ],
  [{ 'image/svg+xml': '<svg/>' }, '[image/svg+xml, 6 bytes]\n'],
  [{ 'text/plain': ['a', 'b'] }, 'ab\n'],
  [{ 'application/json': { a: 1 } }, '[application/json, 7 bytes]\n']
])('a display is its text, or its type and size: %j', (bundle, text) => {
  expect(displayText(bundle)).toBe(text);
});

test('endless output is kept to a bound and says so', () => {
  const outputs = new RunOutputs();
  for (let line = 0; line < 10_000; line++) {
    outputs.addStream(`line ${line} of an endless loop\n`);
  }
  expect(outputs.wasCut).toBe(true);
  expect(outputs.toText().length).toBeLessThanOrEqual(65_536);
  expect(outputs.toText()).toMatch(/^line 0 of/);
});

test('a long progress bar is its last state, and nothing is lost for it', () => {
  const outputs = new RunOutputs();
  for (let step = 0; step <= 10_000; step++) {
    outputs.addStream(`\r${step} of 10000`);
  }
  outputs.addStream('\ndone\n');
  expect(outputs.toText()).toBe('10000 of 10000\ndone\n');
  expect(outputs.wasCut).toBe(false);
});
