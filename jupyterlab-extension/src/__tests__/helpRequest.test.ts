import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEARTBEAT, HelpRequest, MAXIMUM_MESSAGE } from '../help/helpRequest';
import type { HelpNews } from '../server/answers';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function place() {
  const recorded: string[] = [];
  return {
    recorded,
    recordHere: (type: string, metadata?: { message: string }) =>
      void recorded.push(metadata ? `${type}: ${metadata.message}` : type)
  };
}

function news(state: HelpNews['state']): HelpNews {
  return { request_id: 'r', state, position: 2, teacher: 'Sato' };
}

test('one request is told at once, with a line of text', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.ask('  why? ');
  expect(request.state).toBe('sending');
  expect(notebook.recorded).toEqual(['help: why?']);
});

test('a line that is too long is cut, an empty one left out', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.ask('😀'.repeat(MAXIMUM_MESSAGE + 1));
  expect(notebook.recorded[0]).toBe(`help: ${'😀'.repeat(MAXIMUM_MESSAGE)}`);
  request.withdraw();
  request.ask(' ');
  expect(notebook.recorded.slice(1)).toEqual(['help_stop', 'help']);
});

test('signs of life are given while it stands, not too often', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.beat();
  request.ask('');
  request.beat();
  vi.advanceTimersByTime(HEARTBEAT);
  request.beat();
  request.beat();
  request.withdraw();
  vi.advanceTimersByTime(HEARTBEAT);
  request.beat();
  expect(notebook.recorded).toEqual(['help', 'help', 'help_stop']);
});

test('it stands until the application has heard of it, then as it says', () => {
  const request = new HelpRequest(place);
  request.ask('');
  request.hear(null);
  expect(request.state).toBe('sending');
  request.hear(news('waiting'));
  expect([request.state, request.news?.position]).toEqual(['waiting', 2]);
  request.hear(news('on_my_way'));
  expect([request.state, request.news?.teacher]).toEqual(['on_my_way', 'Sato']);
  request.hear(null);
  expect([request.state, request.isOn]).toEqual(['off', false]);
});

test('answered, it is over, and asking again is a new request', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.ask('');
  request.hear(news('claimed'));
  request.hear(news('resolved'));
  expect([request.state, request.isOn]).toEqual(['resolved', false]);
  request.ask('again');
  expect(notebook.recorded).toEqual(['help', 'help_stop', 'help: again']);
  expect(request.state).toBe('sending');
});

test('withdrawn, it does not come back with news that is on its way', () => {
  const request = new HelpRequest(place);
  request.ask('');
  request.hear(news('waiting'));
  request.withdraw();
  request.hear(news('waiting'));
  expect(request.state).toBe('off');
});

test('asked for before the page was loaded it stands, and can be taken back', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.hear(news('waiting'));
  expect(request.isOn).toBe(true);
  request.withdraw();
  expect(notebook.recorded).toEqual(['help_stop']);
});

test('it ends with its notebook, not with another', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.ask('');
  request.closing(place());
  expect(request.isOn).toBe(true);
  request.closing(notebook);
  expect(request.isOn).toBe(false);
  expect(notebook.recorded).toEqual(['help', 'help_stop']);
});

test('it is forgotten without a word once somebody else is the student', () => {
  const notebook = place();
  const request = new HelpRequest(() => notebook);
  request.ask('');
  request.hear(news('waiting'));
  request.forget();
  vi.advanceTimersByTime(HEARTBEAT);
  request.beat();
  expect([request.state, request.isOn]).toEqual(['off', false]);
  expect(notebook.recorded).toEqual(['help']);
});
