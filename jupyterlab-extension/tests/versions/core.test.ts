import { afterAll, beforeAll, expect, test } from 'vitest';
import { IS_NOTEBOOK, JupyterLab } from '../browser/jupyterLab';
import { RecordingReceiver } from '../browser/receiver';
import { Student } from '../browser/student';

const LESSON = 'lesson.ipynb';
const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let student: Student;

beforeAll(async () => {
  lab.write(LESSON, [
    { id: 'm', type: 'markdown', source: '# x' },
    { id: 'c0', type: 'code', source: 'print("前")\n1 + 1' },
    { id: 'c1', type: 'code', source: '1 / 0' },
    { id: 'c2', type: 'code', source: '"never"' }
  ]);
  const start = await lab.start(await receiver.start());
  const page = start.replace('/tree?', `/notebooks/${LESSON}?`);
  student = await Student.arriveUnasked(page);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

test('the notice comes first; before it is answered nothing is sent', async () => {
  await student.answerNotice('Later');
  if (!IS_NOTEBOOK) {
    await student.open(LESSON);
  }
  await student.idle();
  await student.select(1);
  await student.command('notebook:run-cell');
  await student.idle();
  expect(receiver.requests).toEqual([]);
  const panel = await student.panel();
  await panel.getByRole('button', { name: 'I have read this' }).click();
  await receiver.waitFor(LESSON, ['session_start', 'notebook_opened']);
  expect(receiver.all[0]?.eventType).toBe('consent_changed');
});

test('runs, errors and what never ran are told as they were', async () => {
  await student.command('notebook:run-all-cells');
  const events = await receiver.waitFor(LESSON, [
    'session_start',
    'notebook_opened',
    'cell_executed',
    'cell_error',
    'execution_aborted'
  ]);
  expect(events[1]?.cells?.map(cell => cell.id)).toEqual([
    ...['m', 'c0', 'c1', 'c2']
  ]);
  expect(events[2]).toMatchObject({
    cellId: 'c0',
    cellIndex: 1,
    code: 'print("前")\n1 + 1',
    result: '前\n2\n',
    hasError: false
  });
  expect(events[2]?.executionDurationMs).toBeGreaterThanOrEqual(0);
  expect(events[3]).toMatchObject({
    cellId: 'c1',
    errorName: 'ZeroDivisionError',
    errorMessage: 'division by zero'
  });
  expect(events[4]?.cellId).toBe('c2');
});

test('help is asked for at the notebook, and who comes is told', async () => {
  const help = '.jp-NotebookPanel [data-command="cell-monitor:ask-for-help"]';
  await student.page.locator(help).first().click();
  await student.page.locator('.jp-Dialog input').waitFor();
  await student.page.keyboard.type('なぜ？');
  await student.page.keyboard.press('Enter');
  const [asked] = await receiver.waitForSome(LESSON, 'help');
  expect(asked?.metadata).toMatchObject({ message: 'なぜ？' });
  const request = { request_id: 'r-1', position: 3, teacher: '佐藤' };
  receiver.student.tell({ help: { ...request, state: 'on_my_way' } });
  const panel = await student.panel();
  await panel.getByText('佐藤 is coming.').waitFor();
});

test('a hint stands at its cell', async () => {
  const at = new Date().toISOString();
  const about = { notebook_path: LESSON, cell_id: 'c1', at, from: '佐藤' };
  const hint_id = '11111111-1111-1111-1111-111111111111';
  receiver.student.tell({ hints: [{ hint_id, text: '何で割る？', ...about }] });
  const mark = student.page.locator('.cm-HintMark', { hasText: '何で割る？' });
  await mark.waitFor();
});

test('a kernel that is restarted is told', async () => {
  await student.command('kernelmenu:restart');
  await student.accept();
  await receiver.waitForSome(LESSON, 'kernel_restarted');
});
