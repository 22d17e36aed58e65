import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { lab, open, OPENED, receiver, student } from './workplace';

describe('output', () => {
  test('of megabytes is cut, and says so', async () => {
    await open('large.ipynb', 'print("x" * 2_000_000)');
    await student.command('notebook:run-all-cells');
    const [run] = await receiver.waitForSome('large.ipynb', 'cell_executed');
    expect(run?.result).toHaveLength(16_384);
    expect(run?.metadata?._cut).toContain('result');
  });

  test('of ten thousand prints is one event', async () => {
    await open('prints.ipynb', 'for n in range(10_000): print(n)');
    await student.command('notebook:run-all-cells');
    const [run] = await receiver.waitForSome('prints.ipynb', 'cell_executed');
    expect(run?.result).toMatch(/^0\n1\n2\n/);
    expect(run?.metadata?._cut).toContain('result');
  });

  test('in Japanese arrives as it is, half a character never', async () => {
    await open('日本語.ipynb', 'print("授業" * 5_000)');
    await student.command('notebook:run-all-cells');
    const [run] = await receiver.waitForSome('日本語.ipynb', 'cell_executed');
    expect(run?.result).toMatch(/^(授業)+授?$/);
  });
});

describe('cells', () => {
  test('that come and go are told; one that is moved does neither', async () => {
    await open('cells.ipynb', '"first"', '"second"');
    await student.select(0);
    await student.command('notebook:insert-cell-below');
    const [added] = await receiver.waitForSome('cells.ipynb', 'cell_added');
    expect(added).toMatchObject({ cellIndex: 1, cellType: 'code' });
    await student.select(2);
    await student.command('notebook:move-cell-up');
    await student.command('notebook:run-cell');
    const [run] = await receiver.waitForSome('cells.ipynb', 'cell_executed');
    expect(run).toMatchObject({ cellId: 'c1', cellIndex: 1 });
    await student.select(0);
    await student.command('notebook:delete-cell');
    const [removed] = await receiver.waitForSome('cells.ipynb', 'cell_removed');
    expect(removed).toMatchObject({ cellId: 'c0', cellIndex: 0 });
    expect(receiver.only('cells.ipynb', 'cell_added')).toHaveLength(1);
  });
});

test('a copy says its own name, and the ids of the cells that it shares', async () => {
  await open('lesson.ipynb', '"original"');
  copyFileSync(
    join(lab.folder, 'lesson.ipynb'),
    join(lab.folder, 'lesson-Copy1.ipynb')
  );
  await student.open('lesson-Copy1.ipynb');
  await student.command('notebook:run-all-cells');
  const types = [...OPENED, 'cell_executed'];
  const copy = await receiver.waitFor('lesson-Copy1.ipynb', types);
  const original = await receiver.waitFor('lesson.ipynb', OPENED);
  expect(copy[0]?.sessionId).not.toBe(original[0]?.sessionId);
  // By these the application knows whose copy it is.
  expect(original[1]?.cells).toEqual([{ id: 'c0', type: 'code' }]);
  expect(copy[1]?.cells).toEqual(original[1]?.cells);
});

test('in two windows a run is told once, by the window where it was asked for', async () => {
  await open('windows.ipynb', 'import time\ntime.sleep(1)\n"once"');
  const second = await student.another();
  await second.open('windows.ipynb');
  await receiver.waitFor('windows.ipynb', [...OPENED, ...OPENED]);
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('windows.ipynb', 'cell_executed');
  await second.select(0, '"again"');
  await second.command('notebook:run-cell');
  const runs = await receiver.waitForSome('windows.ipynb', 'cell_executed', 2);
  expect(runs[0]?.sessionId).not.toBe(runs[1]?.sessionId);
  expect(receiver.only('windows.ipynb', 'kernel_started')).toHaveLength(1);
  await second.page.close();
});

test('a reload in the middle of a run ends the session, not the kernel', async () => {
  await open('reload.ipynb', 'import time\nprint("on")\ntime.sleep(3)', '2');
  await student.select(0);
  await student.command('notebook:run-cell');
  await student.page.getByText('on', { exact: true }).waitFor();
  await student.page.reload();
  await student.ready();
  await student.open('reload.ipynb');
  await student.select(1);
  await student.command('notebook:run-cell');
  const events = await receiver.waitFor('reload.ipynb', [
    ...OPENED,
    'notebook_closed',
    'session_end',
    ...OPENED,
    'cell_executed'
  ]);
  expect(events[6]?.cellId).toBe('c1');
  expect(receiver.only('reload.ipynb', 'kernel_started')).toHaveLength(1);
});
