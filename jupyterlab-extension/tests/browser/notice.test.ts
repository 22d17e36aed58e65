import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let applicationUrl: string;
let student: Student;

beforeAll(async () => {
  applicationUrl = await receiver.start();
  student = await Student.arriveUnasked(await lab.start(applicationUrl));
  student.page.context().on('request', request => {
    const isPost = request.method() === 'POST';
    posts += isPost && request.url().endsWith('/cell-monitor') ? 1 : 0;
  });
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

async function run(code: string): Promise<void> {
  await student.select(0, code);
  await student.command('notebook:run-cell');
  await student.idle();
}

/** How often the page has posted events; what it holds back need not be withheld. */
let posts = 0;

const codes = () =>
  receiver.only('n.ipynb', 'cell_executed').map(event => event.code);

test('the student is told to whom what is sent, and may decide later', async () => {
  const notice = student.page.locator('.cm-NoticeDialog');
  await notice.getByText(applicationUrl).waitFor();
  await notice.getByText('山田 花子').waitFor();
  await student.answerNotice('Later');
  const panel = await student.panel();
  await panel.getByText('Before anything is sent').waitFor();
  // Nobody has to join here; whoever wants to need not answer as another first.
  await panel.getByText('Join with a code instead').click();
  await panel.getByRole('button', { name: 'Join', exact: true }).waitFor();
});

test('nothing is sent before the notice is answered, everything after it', async () => {
  lab.write('n.ipynb', [{ id: 'c', type: 'code', source: '1' }]);
  await student.open('n.ipynb');
  await run('"before"');
  const help = '.jp-NotebookPanel [data-command^="cell-monitor"]';
  const button = student.page.locator(help).first();
  expect(await button.getAttribute('aria-disabled')).toBe('true');
  expect(receiver.requests).toEqual([]);
  expect(posts).toBe(0);
  const panel = await student.panel();
  await panel.getByRole('button', { name: 'I have read this' }).click();
  await receiver.waitFor('n.ipynb', ['session_start', 'notebook_opened']);
  expect(posts).toBeGreaterThan(0);
  expect(receiver.all[0]?.eventType).toBe('consent_changed');
  await run('"after"');
  await receiver.waitForSome('n.ipynb', 'cell_executed');
  expect(codes()).toEqual(['"after"']);
});

test('nothing is sent during a pause, in no page, and it goes on after it', async () => {
  const second = await student.another();
  const pause = { name: 'Pause' };
  const there = (await second.panel()).getByRole('switch', pause);
  await there.click();
  const here = (await student.panel()).getByRole('switch', pause);
  await expect.poll(() => here.getAttribute('aria-checked')).toBe('true');
  // What was under way when it began.
  await student.page.waitForTimeout(500);
  const before = posts;
  await run('"paused"');
  await student.page.waitForTimeout(500);
  expect(posts).toBe(before);
  await here.press('Space');
  await expect.poll(() => here.getAttribute('aria-checked')).toBe('false');
  await run('"resumed"');
  await receiver.waitForSome('n.ipynb', 'cell_executed', 2);
  expect(codes()).toEqual(['"after"', '"resumed"']);
  await second.page.close();
});

test('the level decides what of a run is sent', async () => {
  const panel = await student.panel();
  await panel.getByRole('radio', { name: 'No code' }).click();
  await expect
    .poll(() => receiver.all.at(-1))
    .toMatchObject({ metadata: { level: 'no_code' } });
  await run('"hidden"');
  const events = await receiver.waitForSome('n.ipynb', 'cell_executed', 3);
  expect(events[2]).not.toHaveProperty('code');
  expect(events[2]).toMatchObject({ cellId: 'c', hasError: false });
  await panel.getByRole('radio', { name: 'Everything' }).click();
});

test('the panel shows exactly what was sent', async () => {
  const panel = await student.panel();
  const entry = panel.locator('.cm-Sent li', { hasText: 'Cell run' });
  const text = entry.first().locator('pre');
  let shown: unknown = null;
  // A newer one may come to the front meanwhile, closed.
  await expect
    .poll(async () => {
      if (!(await text.isVisible())) {
        await entry.first().locator('summary').click();
      }
      shown = JSON.parse(await text.innerText({ timeout: 1000 }));
      return shown !== null;
    })
    .toBe(true);
  expect(receiver.all).toContainEqual(shown);
  expect(shown).toMatchObject({ eventType: 'cell_executed', cellId: 'c' });
});

test('an open panel asks once for what a run has changed', async () => {
  const panel = await student.panel();
  const asked: string[] = [];
  student.page.on('request', request => {
    const [, route] = request.url().split('/cell-monitor/');
    if (request.method() === 'GET' && route && !route.startsWith('news')) {
      asked.push(route.replace(/\?.*/, ''));
    }
  });
  const entry = panel.locator('.cm-Sent li', { hasText: 'Cell run' });
  const before = codes().length;
  // What earlier runs have changed is shown already.
  await expect.poll(() => entry.count()).toBe(before);
  await student.command('notebook:run-all-cells');
  await expect.poll(() => entry.count(), { timeout: 20_000 }).toBe(before + 1);
  expect(asked.length).toBeGreaterThan(0);
  expect(new Set(asked)).toEqual(new Set(['overview']));
});

test('a page that comes later asks nothing again', async () => {
  await student.page.reload();
  await student.ready();
  await (await student.panel()).getByText('Connected').waitFor();
  expect(await student.page.locator('.cm-NoticeDialog').count()).toBe(0);
});

test('a student whose JupyterLab speaks Japanese reads Japanese', async () => {
  lab.speak('ja_JP');
  await student.page.reload();
  await student.ready();
  const panel = await student.panel();
  await panel.getByText('接続中').waitFor();
  await panel.getByRole('button', { name: '助けを求める' }).waitFor();
});
