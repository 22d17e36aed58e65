import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EventDetails } from '../event/event';
import { ProgressWatch, REPORT_INTERVAL } from '../notebook/progressWatch';

let recorded: EventDetails['metadata'][];
let progress: ProgressWatch;

beforeEach(() => {
  vi.useFakeTimers();
  recorded = [];
  progress = new ProgressWatch((_, details) =>
    recorded.push(details?.metadata)
  );
  progress.has(new Set(['a', 'b', 'c']));
});
afterEach(() => void vi.useRealTimers());

test('nothing new is not reported', () => {
  vi.runAllTimers();
  progress.report();
  expect(recorded).toEqual([]);
});

test('cells whose latest run went well count', () => {
  progress.ran('a', true);
  progress.ran('b', true);
  progress.ran('a', false);
  progress.ran('gone', true);
  vi.runAllTimers();
  expect(recorded).toEqual([{ completedCells: 1, totalCells: 3 }]);
});

test('reports come at most every 30 s, and the last one on close', () => {
  progress.ran('a', true);
  vi.advanceTimersByTime(2000);
  progress.ran('b', true);
  vi.advanceTimersByTime(REPORT_INTERVAL - 5000);
  expect(recorded).toHaveLength(1);
  vi.advanceTimersByTime(5000);
  expect(recorded).toHaveLength(2);
  progress.has(new Set(['a', 'b']));
  progress.report();
  expect(recorded[2]).toEqual({ completedCells: 2, totalCells: 2 });
});
