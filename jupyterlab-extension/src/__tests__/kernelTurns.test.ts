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
  turns.interrupts();
  turns.status('idle');
  turns.failed('KeyboardInterrupt');
  turns.status('busy');
  turns.failed('ValueError');
  expect(recorded).toEqual(['kernel_interrupted']);
  turns.failed('KeyboardInterrupt');
  expect(recorded).toHaveLength(2);
});
