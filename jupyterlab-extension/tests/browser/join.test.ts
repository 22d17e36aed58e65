import type { Locator } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { findings } from './axe';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';
import { CLASS } from './studentRoutes';

const ONE = { number: '2026-001', name: '田中 一郎' };
const TWO = { number: '2026-002', name: '鈴木 次郎' };
const NOTICE = '.cm-NoticeDialog';

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let student: Student;
let notice: Locator;

beforeAll(async () => {
  receiver.needsToken = true;
  receiver.student.consentRequired = true;
  const address = await lab.start(await receiver.start());
  const viewport = { width: 1280, height: 640 };
  student = await Student.arriveUnasked(address, { viewport });
  notice = student.page.locator(NOTICE);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

test('at an open door whoever wants to may join in the notice, which asks no less for it', async () => {
  await notice.getByText('Join with a code instead').press('Enter');
  await fill(notice, 'WRONG', ONE);
  await notice.getByLabel('Name', { exact: true }).press('Enter');
  const alert = notice.getByRole('alert');
  await alert.getByText('No class has this join code.').waitFor();
  expect(await findings(student.page, NOTICE)).toEqual([]);
  await fill(notice, receiver.student.joinCode, ONE);
  await notice.getByLabel('Name', { exact: true }).press('Enter');
  await notice.getByText(`It is sent as "${ONE.name}".`).waitFor();
  await notice.getByRole('button', { name: 'I do not agree' }).waitFor();
  expect(receiver.requests).toEqual([]);
});

test('a notice that was answered in one page is gone in the other', async () => {
  const second = await student.another();
  const there = second.page.locator(NOTICE);
  await there.waitFor();
  await student.answerNotice('I agree');
  await there.waitFor({ state: 'detached' });
  await second.page.close();
  await isShown(ONE);
});

test('at an open door a student may join in the panel too', async () => {
  const panel = await student.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await panel.getByText('Join with a code instead').click();
  await fill(panel, receiver.student.joinCode, TWO);
  await panel.getByRole('button', { name: 'Join', exact: true }).click();
  await panel.getByText(`It is sent as "${TWO.name}".`).waitFor();
  await panel.getByRole('button', { name: 'I agree', exact: true }).click();
  await isShown(TWO);
});

test('news for another are not shown', async () => {
  const context = student.page.context();
  const hint = { notebook_path: null, cell_id: null, from: '佐藤' };
  const of = (turn: string, text: string) => ({
    cursor: `${turn}-1`,
    help: null,
    hints: [{ ...hint, at: new Date().toISOString(), hint_id: turn, text }],
    turn
  });
  const own = await student.page.evaluate(async () => {
    const answer = await fetch('/cell-monitor/choice');
    return ((await answer.json()) as { turn: string }).turn;
  });
  const news = [of('student-of-another', 'for another'), of(own, 'for her')];
  await context.route('**/cell-monitor/news?*', async route => {
    const json = news.shift();
    await (json ? route.fulfill({ json }) : route.abort());
  });
  await student.page.reload();
  await student.ready();
  const panel = await student.panel();
  await panel.getByText('for her').waitFor();
  expect(await student.page.getByText('for another').count()).toBe(0);
  await context.unroute('**/cell-monitor/news?*');
});

test('where a student has to join, the notice begins with it, by keyboard alone', async () => {
  const panel = await student.panel();
  receiver.student.hasOpenDoor = false;
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await panel.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await student.page.reload();
  await student.ready();
  await notice.getByText('You have not joined your class yet.').waitFor();
  const code = notice.getByLabel('Join code');
  const hasFocus = (field: Locator): Promise<boolean> =>
    field.evaluate(node => node === document.activeElement);
  await expect.poll(() => hasFocus(code)).toBe(true);
  expect(await findings(student.page, NOTICE)).toEqual([]);
  const { keyboard } = student.page;
  const button = notice.getByRole('button', { name: 'I have read this' });
  await button.focus();
  await keyboard.press('Tab');
  await expect.poll(() => hasFocus(code)).toBe(true);
  for (const text of [receiver.student.joinCode, ONE.number, ONE.name]) {
    await keyboard.type(text);
    await keyboard.press('Tab');
  }
  await keyboard.press('Enter');
  // Who has agreed before is not asked again.
  await notice.waitFor({ state: 'detached' });
  await student.panel();
  await isShown(ONE);
});

async function fill(
  form: Locator,
  code: string,
  { number, name }: typeof ONE
): Promise<void> {
  await form.getByLabel('Join code').fill(code);
  await form.getByLabel('Student number').fill(number);
  await form.getByLabel('Name', { exact: true }).fill(name);
}

/** Waits for what the panel says once the student has joined and answered. */
async function isShown({ name }: typeof ONE): Promise<void> {
  const panel = await student.panel();
  await panel.getByText(`${name} in ${CLASS.name}`).waitFor();
}
