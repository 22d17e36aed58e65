import { beforeAll, expect, test } from 'vitest';
import { lab, OPENED, receiver, student } from './workplace';

beforeAll(async () => {
  const cells = Array.from({ length: 60 }, (_, n) => n);
  lab.write(
    'h.ipynb',
    cells.map(n => ({ id: `c${n}`, type: 'code', source: `${n}` }))
  );
  await student.open('h.ipynb');
  await receiver.waitFor('h.ipynb', OPENED);
});

function hint(hint_id: string, cell_id: string | null, text: string): void {
  const at = new Date().toISOString();
  const notebook_path = cell_id === null ? null : 'h.ipynb';
  const about = { notebook_path, cell_id, at, from: '佐藤' };
  receiver.student.tell({ hints: [{ hint_id, text, ...about }] });
}

const marks = () => student.page.locator('.cm-HintMark');

test('a hint shows at its cell, and is told as seen once it is', async () => {
  hint('11111111-1111-1111-1111-111111111111', 'c1', '型を見よう');
  await marks().getByText('型を見よう').waitFor();
  const cell = student.page.locator('.jp-Cell', { has: marks() });
  await expect(cell.innerText()).resolves.toContain('1');
  const seen = await receiver.waitForSome('h.ipynb', 'hint_seen');
  expect(seen[0]?.metadata).toEqual({
    hintId: '11111111-1111-1111-1111-111111111111'
  });
});

test('a hint far below is not seen before the student goes there', async () => {
  hint('22222222-2222-2222-2222-222222222222', 'c55', 'ここです');
  const toast = student.page.locator('.Toastify__toast', {
    hasText: 'ここです'
  });
  await toast.waitFor();
  await student.page.waitForTimeout(2500);
  expect(receiver.only('h.ipynb', 'hint_seen')).toHaveLength(1);
  await toast.getByRole('button', { name: 'Go to the cell' }).click();
  await receiver.waitForSome('h.ipynb', 'hint_seen', 2);
});

test('a hint stays with its cell when that is moved, until it is put away', async () => {
  await student.select(1);
  await student.command('notebook:move-cell-down');
  await marks().getByText('型を見よう').waitFor();
  await marks()
    .filter({ hasText: '型を見よう' })
    .getByRole('button', { name: 'Got it' })
    .click();
  await marks().getByText('型を見よう').waitFor({ state: 'detached' });
  const panel = await student.panel();
  await panel.getByText('型を見よう').waitFor();
});

test('a message that is about no cell stands in the panel', async () => {
  const panel = await student.panel();
  hint('33333333-3333-3333-3333-333333333333', null, 'あと五分です');
  await panel.getByText('あと五分です').waitFor();
  await expect
    .poll(
      () => receiver.all.filter(event => event.eventType === 'hint_seen').length
    )
    .toBe(3);
});
