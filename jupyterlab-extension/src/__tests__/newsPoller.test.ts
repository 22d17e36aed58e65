import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { News } from '../server/answers';
import { NewsPoller } from '../server/newsPoller';

const MINUTE = 60_000;
let asked: string[];
let aborted: number;
let patience: number;
let answer: (after: string, wait: number) => Promise<News>;
let poller: NewsPoller;

const news = (cursor: string): News => ({
  cursor,
  help: null,
  hints: [],
  turn: 'of-a'
});
const later = (milliseconds: number) =>
  new Promise<void>(done => setTimeout(done, milliseconds));

beforeEach(() => {
  vi.useFakeTimers();
  asked = [];
  aborted = 0;
  patience = 55;
  answer = async (_, wait) => {
    await later(wait * 1000);
    return news('1');
  };
  poller = new NewsPoller(
    (after, wait, signal) => {
      asked.push(after);
      return new Promise((done, failed) => {
        signal.addEventListener('abort', () => {
          aborted += 1;
          failed(new Error('aborted'));
        });
        answer(after, wait).then(done, failed);
      });
    },
    {
      patience: () => patience,
      received: async () => undefined,
      asked: () => undefined
    }
  );
});
afterEach(() => {
  patience = 0;
  poller.look();
  vi.useRealTimers();
});

test('one poll at a time, from where the last one ended', async () => {
  poller.look();
  poller.look();
  await vi.advanceTimersByTimeAsync(2 * MINUTE);
  expect(asked).toEqual(['', '1', '1']);
});

test('answers at once with nothing new do not make it ask more often', async () => {
  answer = async () => news('1');
  poller.look();
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(asked.length).toBeLessThanOrEqual(22);
  expect(asked.length).toBeGreaterThanOrEqual(18);
});

test('failures make it ask less and less often', async () => {
  answer = async () => {
    throw new Error('away');
  };
  poller.look();
  await vi.advanceTimersByTimeAsync(30 * MINUTE);
  expect(asked.length).toBeLessThanOrEqual(30);
  expect(asked.length).toBeGreaterThanOrEqual(5);
});

test('it stops while no news is wanted, and goes on', async () => {
  poller.look();
  await vi.advanceTimersByTimeAsync(1000);
  patience = 0;
  poller.look();
  expect(aborted).toBe(1);
  await vi.advanceTimersByTimeAsync(10 * MINUTE);
  expect(asked).toHaveLength(1);
  patience = 55;
  poller.look();
  await vi.advanceTimersByTimeAsync(1000);
  expect(asked).toHaveLength(2);
});
