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
  await hasSettled();
  await notice.getByText('Join with a code instead').press('Enter');
  await fill(notice, 'WRONG', ONE);
  await notice.getByLabel('Name', { exact: true }).press('Enter');
  const alert = notice.getByRole('alert');
  await alert.getByText('No class has this join code.').waitFor();
  const code = notice.getByLabel('Join code');
  await expect.poll(() => hasFocus(code)).toBe(true);
  expect(await findings(student.page, NOTICE)).toEqual([]);
  await code.fill('');
  await code.press('Enter');
  // A form that is half filled in, or wrong, keeps nobody from an answer.
  for (const name of ['Later', 'I do not agree', 'I agree']) {
    const answer = notice.getByRole('button', { name, exact: true });
    expect(await answer.isEnabled()).toBe(true);
  }
  await code.fill(receiver.student.joinCode);
  await notice
    .getByRole('button', { name: 'Join', exact: true })
    .press('Enter');
  await notice.getByText(`It is sent as "${ONE.name}".`).waitFor();
  await notice.getByRole('button', { name: 'I do not agree' }).waitFor();
  expect(receiver.requests).toEqual([]);
});

test('whoever is not the one who has joined says so in the notice, or in the panel', async () => {
  const isSentAs = `It is sent as "${ONE.name}".`;
  const notMe = { name: 'That is not me' };
  await hasSettled();
  expect(await findings(student.page, NOTICE)).toEqual([]);
  await notice.getByRole('button', notMe).press('Enter');
  await notice.getByText('It is sent as "山田 花子".').waitFor();
  await hasSettled();
  await notice.getByText('Join with a code instead').press('Enter');
  await notice.getByLabel('Join code').press('Escape');
  await notice.waitFor({ state: 'detached' });
  const panel = student.page.locator('#cell-monitor-panel');
  for (const text of ['Join with a code instead', 'Before anything is sent']) {
    await panel.getByText(text).waitFor();
  }
  await joinInPanel(panel, ONE);
  await panel.getByText(isSentAs).waitFor();
  expect(await findings(student.page, '#cell-monitor-panel')).toEqual([]);
  await panel.getByRole('button', notMe).click();
  await panel.getByText('It is sent as "山田 花子".').waitFor();
  await joinInPanel(panel, ONE);
  await panel.getByText(isSentAs).waitFor();
  expect(receiver.requests).toEqual([]);
  await student.page.reload();
  await student.ready();
  await notice.getByText(isSentAs).waitFor();
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
  await joinInPanel(panel, TWO);
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

/** Joins in the panel, where nobody has to. */
async function joinInPanel(panel: Locator, who: typeof ONE): Promise<void> {
  await panel.getByText('Join with a code instead').click();
  await fill(panel, receiver.student.joinCode, who);
  await panel.getByRole('button', { name: 'Join', exact: true }).click();
}

/** JupyterLab puts the keyboard on the first answer only when the page is idle: what is pressed before may be that. */
async function hasSettled(): Promise<void> {
  const first = notice.getByRole('button', { name: 'I agree', exact: true });
  await expect.poll(() => hasFocus(first)).toBe(true);
}

function hasFocus(field: Locator): Promise<boolean> {
  return field.evaluate(node => node === document.activeElement);
}

/** Waits for what the panel says once the student has joined and answered. */
async function isShown({ name }: typeof ONE): Promise<void> {
  const panel = await student.panel();
  await panel.getByText(`${name} in ${CLASS.name}`).waitFor();
}
