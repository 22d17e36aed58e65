import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { KernelTurns } from '../notebook/kernelTurns';

let recorded: string[];
let turns: KernelTurns;

beforeEach(() => {
  vi.useFakeTimers();
  recorded = [];
  turns = new KernelTurns(type => recorded.push(type));
});
afterEach(() => void vi.useRealTimers());

test('a restart that the student asked for is no death', () => {
  turns.status('restarting');
  vi.runAllTimers();
  turns.status('starting');
  turns.status('idle');
  expect(recorded).toEqual(['kernel_restarted']);
});

test('a kernel that died is revived: a death, then a restart', () => {
  turns.status('restarting');
  turns.status('autorestarting');
  vi.runAllTimers();
  expect(recorded).toEqual(['kernel_died']);
  turns.status('idle');
  turns.status('busy');
  turns.status('idle');
  expect(recorded).toEqual(['kernel_died', 'kernel_restarted']);
});

test('a kernel that was revived is back with its connection', () => {
  turns.connected();
  turns.status('autorestarting');
  turns.connected();
  turns.status('idle');
  expect(recorded).toEqual(['kernel_died', 'kernel_restarted']);
});

test('a kernel that is not revived any more died once', () => {
  turns.status('autorestarting');
  turns.status('dead');
  turns.status('idle');
  expect(recorded).toEqual(['kernel_died']);
});

test('an interruption is one, by the button and by its error', () => {
  turns.interrupts(true);
  turns.interrupts(true);
  turns.status('idle');
  // Of the next run: it may come before the reply to the one that was interrupted.
  turns.status('busy');
  turns.ended('KeyboardInterrupt', false);
  turns.ended('ValueError', true);
  expect(recorded).toEqual(['kernel_interrupted']);
});

test('an interruption that nobody asked for here is told with its error', () => {
  turns.ended('KeyboardInterrupt', true);
  turns.ended('KeyboardInterrupt', true);
  expect(recorded).toEqual(['kernel_interrupted', 'kernel_interrupted']);
});

test('an interruption of nothing does not stand for the next one', () => {
  turns.interrupts(false);
  turns.interrupts(true);
  turns.ended(undefined, true);
  turns.interrupts(true);
  expect(recorded).toHaveLength(3);
});
