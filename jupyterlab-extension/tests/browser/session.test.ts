import { describe, expect, test } from 'vitest';
import { lab, OPENED, receiver, student } from './workplace';

function write(path: string): void {
  lab.write(path, [{ id: 'c', type: 'code', source: 'print("x")' }]);
}

describe('a notebook', () => {
  test('with a second view is one session and runs once', async () => {
    write('views.ipynb');
    await student.open('views.ipynb');
    await student.command('docmanager:clone');
    await student.page.locator('.jp-NotebookPanel').nth(1).waitFor();
    await student.open('views.ipynb');
    await student.command('notebook:run-all-cells');
    await receiver.waitFor('views.ipynb', [...OPENED, 'cell_executed']);
    await student.command('notebook:run-all-cells');
    const twice = ['cell_executed', 'cell_executed'];
    await receiver.waitFor('views.ipynb', [...OPENED, ...twice]);
  });

  test('is saved, renamed and closed under the name that it has then', async () => {
    write('old.ipynb');
    await student.open('old.ipynb');
    await student.select(0, 'print("changed")');
    await student.command('docmanager:save');
    const before = await receiver.waitFor('old.ipynb', [
      ...OPENED,
      'notebook_saved'
    ]);
    await student.rename('new.ipynb');
    await student.command('notebook:run-all-cells');
    await receiver.waitFor('new.ipynb', ['cell_executed']);
    await student.command('docmanager:save');
    await receiver.waitFor('new.ipynb', ['cell_executed', 'notebook_saved']);
    await student.close();
    const after = await receiver.waitFor('new.ipynb', [
      'cell_executed',
      'notebook_saved',
      'notebook_closed',
      'session_end'
    ]);
    expect(after[0]?.sessionId).toBe(before[0]?.sessionId);
  });

  test('that is opened again is a new session', async () => {
    write('again.ipynb');
    await student.open('again.ipynb');
    await receiver.waitFor('again.ipynb', OPENED);
    await student.close();
    const closed = [...OPENED, 'notebook_closed', 'session_end'];
    await receiver.waitFor('again.ipynb', closed);
    await student.open('again.ipynb');
    const events = await receiver.waitFor('again.ipynb', [
      ...closed,
      ...OPENED
    ]);
    expect(events[4]?.sessionId).not.toBe(events[0]?.sessionId);
  });
});

describe('sending', () => {
  test('is tried again with the same ids, in order, when it was not taken', async () => {
    write('busy.ipynb');
    receiver.failNext(2, 503, '1');
    const first = receiver.requests.length;
    await student.open('busy.ipynb');
    await student.command('notebook:run-all-cells');
    await receiver.waitFor('busy.ipynb', [...OPENED, 'cell_executed']);
    const [once, again, last] = receiver.requests.slice(first);
    expect(again?.events).toEqual(once?.events);
    expect(last?.events).toEqual(once?.events);
  });

  test('with a test_id goes to the test route, and the answer comes back', async () => {
    const event = { eventType: 'cell_executed', emailAddress: 'x@example.org' };
    const answer = await student.post({ test_id: 't-1', ...event }, true);
    expect(answer[0]).toBe(202);
    expect(JSON.parse(answer[1])).toEqual({ status: 'received', rejected: [] });
    expect(receiver.requests.at(-1)).toMatchObject({
      path: '/api/v1/test/events/t-1',
      events: [{ eventType: 'cell_executed', userName: '山田 花子' }]
    });
    expect(receiver.requests.at(-1)?.events[0]).not.toHaveProperty('test_id');
    expect(receiver.requests.at(-1)?.events[0]).not.toHaveProperty(
      'emailAddress'
    );
  });

  test('without the XSRF token is refused', async () => {
    const count = receiver.requests.length;
    const answer = await student.post({ eventType: 'help' }, false);
    expect(answer[0]).toBe(403);
    expect(receiver.requests).toHaveLength(count);
  });

  test('says the last when the page closes', async () => {
    write('leave.ipynb');
    await student.open('leave.ipynb');
    await receiver.waitFor('leave.ipynb', OPENED);
    await student.page.close({ runBeforeUnload: false });
    await receiver.waitFor('leave.ipynb', [
      ...OPENED,
      'notebook_closed',
      'session_end'
    ]);
  });
});
