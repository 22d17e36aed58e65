import { copyFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lab, OPENED, receiver, student } from './workplace';

describe('the notebook that ships with the project', () => {
  const path = 'first-light.ipynb';

  test('sends exactly what ran, as it ran', async () => {
    copyFileSync(
      resolve(import.meta.dirname, '../../examples', path),
      join(lab.folder, path)
    );
    await student.open(path);
    await student.command('notebook:run-all-cells');
    const events = await receiver.waitFor(path, [
      ...OPENED,
      'cell_executed',
      'cell_executed',
      'cell_executed',
      'cell_error',
      'execution_aborted',
      'execution_aborted'
    ]);

    expect(events[1]?.cells).toHaveLength(9);
    expect(events[1]?.cells?.[0]).toEqual({
      id: 'introduction',
      type: 'markdown'
    });
    expect(JSON.stringify(events[1])).not.toContain('こんにちは');
    expect(events[2]).toMatchObject({
      cellId: 'print-greeting',
      cellIndex: 1,
      cellType: 'code',
      code: 'print("こんにちは、世界")',
      executionCount: 1,
      hasError: false,
      result: 'こんにちは、世界\n',
      userName: '山田 花子'
    });
    expect(events[3]?.result).toBe('[0, 1, 4, 9, 16]\n30\n');
    expect(events[4]?.result).toBe('ゆっくり数えます\n終わり\n');
    expect(events[5]).toMatchObject({
      cellId: 'division-by-zero',
      hasError: true,
      errorName: 'ZeroDivisionError',
      errorMessage: 'division by zero',
      result: '割り算をします\n'
    });
    expect(events[5]?.traceback).toContain('ZeroDivisionError');
    expect(events[5]?.traceback).not.toContain('\u001b');
    for (const aborted of events.slice(6)) {
      expect(aborted).not.toHaveProperty('hasError');
      expect(aborted).not.toHaveProperty('executionCount');
    }
    expect(events.slice(6).map(event => event.cellId)).toEqual([
      'after-the-error',
      'last'
    ]);
  });

  test('has the durations of the kernel, of each run alone', () => {
    const events = receiver.of(path);
    expect(events[4]?.executionDurationMs).toBeGreaterThanOrEqual(1500);
    // All cells were queued at once: the time in the queue is no part of the run.
    expect(events[5]?.executionDurationMs).toBeLessThan(1500);
  });

  test('has ids, times and one session', () => {
    const events = receiver.of(path);
    expect(new Set(events.map(event => event.eventId)).size).toBe(8);
    expect(new Set(events.map(event => event.sessionId)).size).toBe(1);
    for (const { eventTime } of events) {
      expect(eventTime).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
    }
    const sentAt = receiver.requests[0]?.headers['cell-monitor-sent-at'];
    expect(sentAt).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
  });
});

describe('runs', () => {
  test('of one cell in quick succession are two, each with its own code', async () => {
    lab.writeCode('quick.ipynb', 'print("first")');
    await student.open('quick.ipynb');
    await student.select(0);
    await student.command('notebook:run-cell');
    await student.select(0, 'print("second")');
    await student.command('notebook:run-cell');
    const events = await receiver.waitFor('quick.ipynb', [
      ...OPENED,
      'cell_executed',
      'cell_executed'
    ]);
    expect(events.slice(2).map(event => [event.code, event.result])).toEqual([
      ['print("first")', 'first\n'],
      ['print("second")', 'second\n']
    ]);
  });

  test('that are interrupted are errors, those behind them never ran', async () => {
    lab.writeCode(
      'interrupt.ipynb',
      'import time\nprint("before")\ntime.sleep(60)',
      'print("never")'
    );
    await student.open('interrupt.ipynb');
    await student.command('notebook:run-all-cells');
    await student.page.getByText('before', { exact: true }).waitFor();
    await student.command('notebook:interrupt-kernel');
    const events = await receiver.waitFor('interrupt.ipynb', [
      ...OPENED,
      'kernel_interrupted',
      'cell_error',
      'execution_aborted'
    ]);
    expect(events[3]).toMatchObject({
      errorName: 'KeyboardInterrupt',
      result: 'before\n'
    });
  });

  test('are closed when the kernel restarts, running and queued alike', async () => {
    lab.writeCode(
      'restart.ipynb',
      'import time\nprint("started")\ntime.sleep(60)',
      'print("queued")'
    );
    await student.open('restart.ipynb');
    await student.command('notebook:run-all-cells');
    await student.page.getByText('started', { exact: true }).waitFor();
    await student.command('notebook:restart-kernel');
    await student.accept();
    const events = await receiver.waitFor('restart.ipynb', [
      ...OPENED,
      'execution_aborted',
      'execution_aborted',
      'kernel_restarted'
    ]);
    expect(events[2]).toMatchObject({ cellId: 'c0', result: 'started\n' });
    expect(events[3]).toMatchObject({ cellId: 'c1', code: 'print("queued")' });
  });

  test('are closed when the kernel dies, and go on after it', async () => {
    lab.writeCode('death.ipynb', 'import os\nos._exit(1)', 'print("alive")');
    await student.open('death.ipynb');
    await student.select(0);
    await student.command('notebook:run-cell');
    const died = [...OPENED, 'execution_aborted', 'kernel_died'];
    await receiver.waitFor('death.ipynb', [...died, 'kernel_restarted']);
    await student.accept();
    await student.select(1);
    await student.command('notebook:run-cell');
    await receiver.waitFor('death.ipynb', [
      ...died,
      'kernel_restarted',
      'cell_executed'
    ]);
  });

  test('of two notebooks do not mix, whichever is in front', async () => {
    lab.writeCode('a.ipynb', 'import time\ntime.sleep(1)\nprint("from a")');
    lab.writeCode('b.ipynb', 'print("from b")');
    await student.open('b.ipynb');
    await student.open('a.ipynb');
    await student.command('notebook:run-all-cells');
    await student.open('b.ipynb');
    await student.command('notebook:run-all-cells');
    const types = [...OPENED, 'cell_executed'];
    const a = await receiver.waitFor('a.ipynb', types);
    const b = await receiver.waitFor('b.ipynb', types);
    expect(a[2]?.result).toBe('from a\n');
    expect(b[2]?.result).toBe('from b\n');
    expect(a[2]?.sessionId).not.toBe(b[2]?.sessionId);
  });

  test('of markdown and of empty cells are none', async () => {
    lab.write('none.ipynb', [
      { id: 'm', type: 'markdown', source: '# heading' },
      { id: 'e', type: 'code', source: '  ' },
      { id: 'last', type: 'code', source: '1 + 1' }
    ]);
    await student.open('none.ipynb');
    await student.command('notebook:run-all-cells');
    const events = await receiver.waitFor('none.ipynb', [
      ...OPENED,
      'cell_executed'
    ]);
    expect(events[2]).toMatchObject({ cellId: 'last', result: '2\n' });
  });

  test('with a picture send its type and size, never its data', async () => {
    const picture = 'iVBORw0KGgoAAAANSUhEUg==';
    lab.writeCode(
      'picture.ipynb',
      `display({"image/png": "${picture}", "text/plain": "<Figure>"}, raw=True)`
    );
    await student.open('picture.ipynb');
    await student.command('notebook:run-all-cells');
    const events = await receiver.waitFor('picture.ipynb', [
      ...OPENED,
      'cell_executed'
    ]);
    expect(events[2]?.result).toBe('<Figure>\n[image/png, 16 bytes]\n');
  });
});
