import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';
import { CLASS } from './studentRoutes';

/** Two students who share an account, at two Jupyter servers of it. */
const ONE = { number: '2026-001', name: '田中 一郎' };
const TWO = { number: '2026-002', name: '鈴木 次郎' };
const EVENTS = '**/cell-monitor';

const receiver = new RecordingReceiver();
const [lab, otherLab] = [new JupyterLab(), new JupyterLab()];
let here: Student;
let there: Student;

beforeAll(async () => {
  receiver.needsToken = true;
  receiver.student.hasOpenDoor = false;
  const address = await receiver.start();
  const shared = { CELL_MONITOR_DATA: `${lab.folder}/.cell-monitor` };
  const first = await lab.start(address, shared);
  const second = await otherLab.start(address, shared);
  here = await Student.arrive(first);
  there = await Student.arriveUnasked(second);
  for (const [student, jupyterLab] of [
    [here, lab],
    [there, otherLab]
  ] as const) {
    jupyterLab.writeCode('t.ipynb', '1');
    await student.open('t.ipynb');
    await student.panel();
  }
});

afterAll(async () => {
  await here?.leave();
  await there?.leave();
  await Promise.all([lab.stop(), otherLab.stop()]);
  receiver.stop();
});

test('who joins at one server is the student in the pages of the other', async () => {
  await join(here, ONE);
  await isShown(here, ONE);
  await isShown(there, ONE);
  await run(there, '"of one, there"');
  await arrived('"of one, there"', ONE);
});

test('what comes from the teacher is shown at both', async () => {
  const hint = { notebook_path: null, cell_id: null, from: '佐藤' };
  const at = new Date().toISOString();
  const text = 'あと五分です';
  receiver.student.tell({ hints: [{ ...hint, at, hint_id: 'h-1', text }] });
  for (const student of [here, there]) {
    await (await student.panel()).getByText(text).waitFor();
  }
});

test('who leaves at one server has left the pages of the other', async () => {
  const panel = await here.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  for (const gone of [ONE.name, 'あと五分です', 'Cell run']) {
    await expect.poll(() => there.page.getByText(gone).count()).toBe(0);
  }
  const asked = await there.panel();
  await asked.getByText('Before anything is sent').waitFor();
  await run(there, '"of nobody"');
});

test('who joins next at one is asked anew at the other, where the page is looked at', async () => {
  await join(here, TWO);
  const panel = await there.panel();
  await there.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await panel.getByText(`It is sent as "${TWO.name}".`).waitFor();
  await panel.getByRole('button', { name: 'I have read this' }).click();
  await isShown(there, TWO);
  await run(there, '"of two, there"');
  await arrived('"of two, there"', TWO);
  expect(codes()).not.toContain('"of nobody"');
});

test('what a page holds while its server refuses is never sent as the next one’s', async () => {
  const context = here.page.context();
  await here.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await isShown(here, TWO);
  let refused = 0;
  await context.route(EVENTS, async route => {
    refused += 1;
    await route.fulfill({ status: 503 });
  });
  await run(here, '"held of two"');
  await expect.poll(() => refused).toBeGreaterThan(0);
  const panel = await here.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await panel.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await join(here, ONE);
  await isShown(here, ONE);
  await run(here, '"of one again"');
  await context.unroute(EVENTS);
  await arrived('"of one again"', ONE);
  expect(codes()).not.toContain('"held of two"');
});

test('what a page holds goes out as its own after the student came back', async () => {
  const context = here.page.context();
  let refused = 0;
  await context.route(EVENTS, async route => {
    refused += 1;
    await route.fulfill({ status: 503 });
  });
  await run(here, '"held of one"');
  await expect.poll(() => refused).toBeGreaterThan(0);
  const panel = await here.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await panel.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await join(here, ONE);
  await isShown(here, ONE);
  await context.unroute(EVENTS);
  await arrived('"held of one"', ONE);
});

test('a run that one has begun is not told as the next one’s, who opens the notebook anew', async () => {
  const begun = scheduled();
  await here.select(0, 'import time; time.sleep(8); "begun by one"');
  await here.command('notebook:run-cell');
  await receiver.waitForSome('t.ipynb', 'execution_scheduled', begun + 1);
  const before = receiver.requests.length;
  const panel = await here.panel();
  await panel.getByRole('button', { name: 'That is not me' }).click();
  await panel.getByRole('button', { name: 'Join', exact: true }).waitFor();
  await join(here, TWO);
  await isShown(here, TWO);
  await here.idle();
  await run(here, '"of two, here"');
  await arrived('"of two, here"', TWO);
  const later = receiver.requests.slice(before).flatMap(({ events }) => events);
  const types = later.map(({ eventType }) => eventType);
  expect(types).toContain('notebook_opened');
  expect(codes().join()).not.toContain('begun by one');
});

/** How many runs of the notebooks were begun, as far as is known. */
const scheduled = (): number =>
  receiver.only('t.ipynb', 'execution_scheduled').length;

const codes = (): string[] => receiver.runs.map(([code]) => code);

async function arrived(code: string, { number }: typeof ONE): Promise<void> {
  await expect
    .poll(() => receiver.runs.filter(([run]) => run === code))
    .toEqual([[code, `Bearer token-of-${number}`]]);
}

async function run(student: Student, code: string): Promise<void> {
  await student.select(0, code);
  await student.command('notebook:run-cell');
  await student.idle();
}

async function isShown(student: Student, who: typeof ONE): Promise<void> {
  const panel = student.page.locator('#cell-monitor-panel');
  await panel.getByText(`${who.name} in ${CLASS.name}`).waitFor();
}

/** Fills the form in and joins. */
async function join(student: Student, who: typeof ONE): Promise<void> {
  const form = await student.panel();
  await form.getByLabel('Join code').fill(receiver.student.joinCode);
  await form.getByLabel('Student number').fill(who.number);
  await form.getByLabel('Name', { exact: true }).fill(who.name);
  await form.getByRole('button', { name: 'Join', exact: true }).click();
}
