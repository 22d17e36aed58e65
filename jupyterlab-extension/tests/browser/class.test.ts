import { afterAll, beforeAll, expect, test } from 'vitest';
import type { HelpNews } from '../../src/server/answers';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';
import { CLASS } from './studentRoutes';

const CONSENT: string = 'consent_changed';
const HELP: HelpNews = {
  request_id: 'r-1',
  state: 'on_my_way',
  position: null,
  teacher: '佐藤'
};
const ABOUT_NO_CELL = {
  notebook_path: null,
  cell_id: null,
  at: new Date().toISOString(),
  from: '佐藤'
};
const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let student: Student;
/** A second page of the same student's. */
let there: Student;

beforeAll(async () => {
  // No open door here: events need a student's token.
  receiver.needsToken = true;
  receiver.student.hasOpenDoor = false;
  receiver.student.consentRequired = true;
  student = await Student.arrive(await lab.start(await receiver.start()));
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

test('a student without an identity is asked for the join code at once', async () => {
  // It has opened on its own.
  const panel = student.page.locator('#cell-monitor-panel');
  await panel.getByRole('button', { name: 'Join' }).waitFor();
  const heads = await panel.getByRole('heading', { level: 2 }).allInnerTexts();
  expect(heads[0]).toBe('Join your class');
  await panel.getByText('You have not joined your class yet.').waitFor();
  lab.write('j.ipynb', [{ id: 'c', type: 'code', source: '1' }]);
  await student.open('j.ipynb');
});

test('a wrong code is said to be wrong, a right one joins', async () => {
  const panel = await student.panel();
  await panel.getByLabel('Join code').fill('WRONG');
  await panel.getByLabel('Student number').fill('2026-007');
  await panel.getByLabel('Name', { exact: true }).fill('田中 一郎');
  await panel.getByLabel('Name', { exact: true }).press('Enter');
  await panel.getByRole('alert').waitFor();
  await expect(panel.getByRole('alert').textContent()).resolves.toContain(
    'No class has this join code.'
  );
  await panel.getByLabel('Join code').fill(receiver.student.joinCode);
  await panel.getByRole('button', { name: 'Join' }).click();
  await panel.getByRole('button', { name: 'I do not agree' }).waitFor();
});

test('a class that asks for consent gets nothing without it', async () => {
  const panel = await student.panel();
  const count = receiver.all.length;
  await panel.getByRole('button', { name: 'I do not agree' }).click();
  await panel.getByText('you have not agreed').waitFor();
  const sent = receiver.all.slice(count).map(event => event.eventType);
  expect(sent.filter(type => type !== CONSENT)).toEqual([]);
  await panel
    .getByRole('switch', { name: 'I agree that my work is sent' })
    .click();
  await panel.getByText('you have not agreed').waitFor({ state: 'detached' });
  await panel.getByText(`田中 一郎 in ${CLASS.name}`).waitFor();
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('j.ipynb', 'cell_executed');
});

test('an identity that is not the student’s is forgotten in all pages, with what came for it', async () => {
  there = await student.another();
  const panel = await there.panel();
  const text = 'あと五分です';
  receiver.student.tell({
    help: HELP,
    hints: [{ ...ABOUT_NO_CELL, hint_id: 'h-1', text }]
  });
  await panel.getByText('佐藤 is coming.').waitFor();
  await expect.poll(() => there.page.getByText(text).count()).toBe(2);
  const here = await student.panel();
  await here.getByRole('button', { name: 'That is not me' }).click();
  const pages = [student.page, there.page];
  for (const gone of ['田中 一郎', '佐藤', text, 'Cell run']) {
    for (const page of pages) {
      // A notification would go on its own after twenty seconds.
      await expect
        .poll(() => page.getByText(gone).count(), { timeout: 12_000 })
        .toBe(0);
    }
  }
  await panel.getByRole('button', { name: 'Join' }).waitFor();
});

test('who joins next is the student in all pages, and is asked anew', async () => {
  await join('2026-008', '鈴木 次郎');
  for (const page of [student.page, there.page]) {
    const panel = page.locator('#cell-monitor-panel');
    await panel.getByText('It is sent as "鈴木 次郎".').waitFor();
    await panel.getByRole('button', { name: 'I do not agree' }).waitFor();
  }
  const before = receiver.all.length;
  await student.command('notebook:run-all-cells');
  await student.idle();
  const asked = await there.panel();
  await asked.getByRole('button', { name: 'I agree', exact: true }).click();
  const here = await student.panel();
  await here.getByText(`鈴木 次郎 in ${CLASS.name}`).waitFor();
  await asked.getByText(`鈴木 次郎 in ${CLASS.name}`).waitFor();
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('j.ipynb', 'cell_executed', 2);
  const types = receiver.all.slice(before).map(event => event.eventType);
  expect(types[0]).toBe(CONSENT);
  expect(types.filter(type => type === 'cell_executed')).toHaveLength(1);
});

test('who comes back finds the own choice, and is not asked again', async () => {
  const panel = await student.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await join('2026-007', '田中 一郎');
  for (const page of [student.page, there.page]) {
    await page.getByText(`田中 一郎 in ${CLASS.name}`).waitFor();
    expect(await page.getByText('Before anything is sent').count()).toBe(0);
  }
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('j.ipynb', 'cell_executed', 3);
});

/** Fills the form in and joins. */
async function join(number: string, name: string): Promise<void> {
  const form = await student.panel();
  await form.getByLabel('Join code').fill(receiver.student.joinCode);
  await form.getByLabel('Student number').fill(number);
  await form.getByLabel('Name', { exact: true }).fill(name);
  await form.getByRole('button', { name: 'Join' }).click();
}
