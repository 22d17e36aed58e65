import { beforeEach, describe, expect, test } from 'vitest';
import type { FinishedRun } from '../run/run';
import { RunTracker } from '../run/runTracker';
import { conversation } from './kernelMessages';

const PLACES: Record<string, number> = { a: 0, b: 4 };
let scheduled: string[];
let finished: FinishedRun[];
let tracker: RunTracker;

beforeEach(() => {
  scheduled = [];
  finished = [];
  tracker = new RunTracker(
    cellId =>
      cellId in PLACES
        ? { cellId, cellIndex: PLACES[cellId] ?? -1, cellType: 'code' }
        : undefined,
    place => scheduled.push(place.cellId),
    run => finished.push(run)
  );
});

test('a run lasts from the kernel’s start to its reply, whatever the wait', () => {
  const run = conversation('r1');
  tracker.follow(run.request('b', 'print(1)'));
  expect(scheduled).toEqual(['b']);
  tracker.follow(run.input(7, 5000));
  tracker.follow(run.stream('1\n'));
  tracker.follow(run.reply({ status: 'ok' }, 5120));
  expect(finished).toEqual([]);
  tracker.follow(run.idle());
  expect(finished).toEqual([
    {
      eventType: 'cell_executed',
      details: {
        cellId: 'b',
        cellIndex: 4,
        cellType: 'code',
        code: 'print(1)',
        executionCount: 7,
        executionDurationMs: 120,
        hasError: false,
        result: '1\n'
      }
    }
  ]);
});

test('outputs that come after the reply belong to the run', () => {
  const run = conversation('r1');
  tracker.follow(run.request('a', 'x'));
  tracker.follow(run.reply({ status: 'ok' }));
  tracker.follow(run.stream('late'));
  tracker.follow(run.idle());
  expect(finished[0]?.details.result).toBe('late');
});

test('replies may all come before the first word on the other channel', () => {
  const first = conversation('r1');
  const second = conversation('r2');
  tracker.follow(first.request('a', 'one'));
  tracker.follow(second.request('b', 'two'));
  tracker.follow(first.reply({ status: 'ok' }));
  tracker.follow(second.reply({ status: 'ok' }));
  for (const [run, text] of [
    [first, '1'],
    [second, '2']
  ] as const) {
    tracker.follow(run.input(1, 0));
    tracker.follow(run.stream(text));
    tracker.follow(run.idle());
  }
  expect(finished.map(({ details }) => [details.code, details.result])).toEqual(
    [
      ['one', '1'],
      ['two', '2']
    ]
  );
});

test('two runs of one cell keep their own code and outputs', () => {
  const first = conversation('r1');
  const second = conversation('r2');
  tracker.follow(first.request('a', 'old'));
  tracker.follow(second.request('a', 'new'));
  for (const [run, text] of [
    [first, 'one'],
    [second, 'two']
  ] as const) {
    tracker.follow(run.input(1, 0));
    tracker.follow(run.stream(text));
    tracker.follow(run.reply({ status: 'ok' }));
    tracker.follow(run.idle());
  }
  expect(finished.map(({ details }) => [details.code, details.result])).toEqual(
    [
      ['old', 'one'],
      ['new', 'two']
    ]
  );
});

test('an error has its name, message and traceback without colours', () => {
  const run = conversation('r1');
  tracker.follow(run.request('a', '1/0'));
  tracker.follow(run.input(1, 0));
  const traceback = ['\u001b[31mline 1\u001b[0m', 'line 2'];
  const error = { ename: 'ZeroDivisionError', evalue: 'division by zero' };
  tracker.follow(run.reply({ status: 'error', ...error, traceback }));
  tracker.follow(run.idle());
  expect(finished[0]).toMatchObject({
    eventType: 'cell_error',
    details: {
      hasError: true,
      errorName: 'ZeroDivisionError',
      errorMessage: 'division by zero',
      traceback: 'line 1\nline 2'
    }
  });
});

describe('a run that the kernel refuses', () => {
  test('is aborted, and told after the run that failed', () => {
    const failing = conversation('r1');
    const behind = conversation('r2');
    tracker.follow(failing.request('a', '1/0'));
    tracker.follow(behind.request('b', 'print()'));
    tracker.follow(failing.input(1, 0));
    tracker.follow(failing.reply({ status: 'error', ename: 'E', evalue: '' }));
    tracker.follow(behind.reply({ status: 'aborted' }));
    expect(finished).toEqual([]);
    tracker.follow(failing.stream('last words'));
    tracker.follow(failing.idle());
    expect(finished.map(run => run.eventType)).toEqual([
      'cell_error',
      'execution_aborted'
    ]);
    expect(finished[0]?.details.result).toBe('last words');
    expect(finished[1]?.details).not.toHaveProperty('hasError');
  });

  test('is aborted also when an older kernel calls it a nameless error', () => {
    const run = conversation('r1');
    tracker.follow(run.request('a', 'x'));
    tracker.follow(run.reply({ status: 'error', ename: '', evalue: '' }));
    expect(finished[0]?.eventType).toBe('execution_aborted');
  });
});

test('a kernel that goes away aborts what runs and what waits, once', () => {
  const running = conversation('r1');
  tracker.follow(running.request('a', 'x'));
  tracker.follow(running.input(3, 0));
  tracker.follow(running.stream('so far'));
  tracker.follow(conversation('r2').request('b', 'y'));
  tracker.abortAll();
  tracker.abortAll();
  tracker.follow(running.reply({ status: 'ok' }));
  expect(finished.map(run => run.eventType)).toEqual([
    'execution_aborted',
    'execution_aborted'
  ]);
  expect(finished[0]?.details.result).toBe('so far');
});

test('a lost idle holds nothing up longer than to the next start', () => {
  const first = conversation('r1');
  const second = conversation('r2');
  tracker.follow(first.request('a', 'x'));
  tracker.follow(second.request('b', 'y'));
  tracker.follow(first.reply({ status: 'ok' }));
  tracker.follow(second.input(2, 0));
  expect(finished).toHaveLength(1);
});

test('cells of other documents and messages without a cell are no runs', () => {
  const run = conversation('r1');
  tracker.follow(run.request('elsewhere', 'x'));
  tracker.follow(run.reply({ status: 'ok' }));
  tracker.follow(run.idle());
  expect(finished).toEqual([]);
});

test('displays are updated and cleared as on the screen', () => {
  const run = conversation('r1');
  const data = (text: string) => ({ 'text/plain': text });
  const transient = { display_id: 'd' };
  tracker.follow(run.request('a', 'x'));
  tracker.follow(run.stream('gone'));
  tracker.follow(run.output('clear_output', { wait: true }));
  tracker.follow(run.output('display_data', { data: data('10 %'), transient }));
  tracker.follow(
    run.output('update_display_data', { data: data('90 %'), transient })
  );
  tracker.follow(run.reply({ status: 'ok' }));
  tracker.follow(run.idle());
  expect(finished[0]?.details.result).toBe('90 %\n');
});
