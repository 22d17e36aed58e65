import { beforeAll, expect, test } from 'vitest';
import { lab, receiver, student } from './workplace';

beforeAll(async () => {
  for (const path of ['a.ipynb', 'b.ipynb']) {
    lab.write(path, [
      { id: 'c0', type: 'code', source: '1' },
      { id: 'c1', type: 'code', source: '1/0' },
      { id: 'm', type: 'markdown', source: '# x' }
    ]);
  }
  await student.open('a.ipynb');
  await receiver.waitForSome('a.ipynb', 'notebook_visible');
});

test('a notebook behind another is hidden, and visible again', async () => {
  await student.open('b.ipynb');
  await receiver.waitForSome('a.ipynb', 'notebook_hidden');
  await receiver.waitForSome('b.ipynb', 'notebook_visible');
  await student.open('a.ipynb');
  await receiver.waitForSome('a.ipynb', 'notebook_visible', 2);
  await receiver.waitForSome('b.ipynb', 'notebook_hidden');
});

test('the cell where the student stays is told, not those passed by', async () => {
  await student.select(1);
  await student.select(2);
  const [moved] = await receiver.waitForSome('a.ipynb', 'active_cell_changed');
  expect(moved).toMatchObject({ cellId: 'm', cellType: 'markdown' });
});

test('typing is told once, when it pauses, by its size alone', async () => {
  await student.edit(0);
  await student.page.keyboard.type('秘密 = "きのこ"  # many key strokes');
  const [edited] = await receiver.waitForSome('a.ipynb', 'cell_edited');
  expect(edited).toMatchObject({ cellId: 'c0', metadata: { size: 30 } });
  expect(JSON.stringify(receiver.all)).not.toContain('きのこ');
});

test('pasting is told by its size alone', async () => {
  await student.edit(1);
  await student.paste('from = "elsewhere"');
  const [pasted] = await receiver.waitForSome('a.ipynb', 'clipboard_paste');
  expect(pasted).toMatchObject({ cellId: 'c1', metadata: { size: 18 } });
  expect(JSON.stringify(receiver.all)).not.toContain('elsewhere');
});

test('the progress is that of the latest run of each cell', async () => {
  await student.open('b.ipynb');
  await student.command('notebook:run-all-cells');
  const [progress] = await receiver.waitForSome('b.ipynb', 'progress_update');
  expect(progress?.metadata).toEqual({ completedCells: 1, totalCells: 2 });
});

test('on close the last progress is told though it is early', async () => {
  await student.select(1, '2');
  await student.command('notebook:run-cell');
  await receiver.waitForSome('b.ipynb', 'cell_executed', 2);
  await student.command('docmanager:save');
  await receiver.waitForSome('b.ipynb', 'notebook_saved');
  await student.close();
  await receiver.waitForSome('b.ipynb', 'notebook_closed');
  const told = receiver.only('b.ipynb', 'progress_update', 'notebook_closed');
  expect(told.map(event => event.eventType)).toEqual([
    'progress_update',
    'progress_update',
    'notebook_closed'
  ]);
  expect(told[1]?.metadata).toEqual({ completedCells: 2, totalCells: 2 });
});

test('a minute without input is idle, the next input active', async () => {
  await receiver.waitForSome('a.ipynb', 'idle');
  expect(receiver.only('a.ipynb', 'active')).toEqual([]);
  await student.page.mouse.move(200, 200);
  await receiver.waitForSome('a.ipynb', 'active');
}, 100_000);
