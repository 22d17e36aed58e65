import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { HEARTBEAT, HelpRequest } from '../help/helpRequest';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function place() {
  const recorded: string[] = [];
  return { recorded, recordHelp: (type: string) => void recorded.push(type) };
}

test('one request is told at once, then as a heartbeat, until it ends', () => {
  const notebook = place();
  const request = new HelpRequest(() => undefined);
  request.toggle(notebook);
  expect(notebook.recorded).toEqual(['help']);
  vi.advanceTimersByTime(2 * HEARTBEAT);
  expect(notebook.recorded).toEqual(['help', 'help', 'help']);
  request.toggle(notebook);
  vi.advanceTimersByTime(10 * HEARTBEAT);
  expect(notebook.recorded.slice(3)).toEqual(['help_stop']);
});

test('it ends with its notebook, not with another', () => {
  const notebook = place();
  const request = new HelpRequest(() => undefined);
  request.toggle(notebook);
  request.closing(place());
  expect(request.isOn).toBe(true);
  request.closing(notebook);
  expect(request.isOn).toBe(false);
  expect(notebook.recorded).toEqual(['help', 'help_stop']);
});

test('pressed in another notebook it takes the one request back', () => {
  const asked = place();
  const other = place();
  const request = new HelpRequest(() => undefined);
  request.toggle(asked);
  request.toggle(other);
  expect(asked.recorded).toEqual(['help', 'help_stop']);
  expect(other.recorded).toEqual([]);
});

test('the button is told of each change', () => {
  const changed = vi.fn();
  const request = new HelpRequest(changed);
  request.toggle(place());
  request.toggle(place());
  expect(changed).toHaveBeenCalledTimes(2);
});
