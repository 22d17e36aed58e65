import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';

const KEY = 'key-of-the-school';
const PLANTED = 'word-of-the-environment';
const receiver = new RecordingReceiver();
const lab = new JupyterLab();
const asked: string[] = [];
let token: string;
let student: Student;

beforeAll(async () => {
  const environment = { CELL_MONITOR_API_KEY: KEY, PLANTED };
  const address = await lab.start(await receiver.start(), environment);
  token = new URL(address).searchParams.get('token') ?? '';
  student = await Student.arrive(address);
  student.page.context().on('request', request => asked.push(request.url()));
  const source = 'import os\n[name in os.environ for name in names]';
  lab.write('e.ipynb', [
    {
      id: 'n',
      type: 'code',
      source: 'names = ["CELL_MONITOR_API_KEY", "PLANTED"]'
    },
    { id: 'c', type: 'code', source }
  ]);
  await student.open('e.ipynb');
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('e.ipynb', 'cell_executed', 2);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

test('the key speaks for the student, and no kernel inherits it', () => {
  const runs = receiver.only('e.ipynb', 'cell_executed');
  expect(receiver.requests.at(-1)?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(runs[1]?.result).toBe('[False, True]\n');
});

test('what the server was started with stands in no event', () => {
  const said = JSON.stringify(receiver.all);
  expect(said).toContain('PLANTED');
  expect(said).not.toContain(PLANTED);
  expect(said).not.toContain(KEY);
});

test('no address that is asked holds a token or a key', async () => {
  await student.panel();
  const ours = () => asked.filter(url => url.includes('/cell-monitor'));
  await expect.poll(() => ours().length).toBeGreaterThan(2);
  const all = [...ours(), ...receiver.requests.map(({ path }) => path)];
  const secrets = all.filter(url => url.includes(token) || url.includes(KEY));
  expect(token.length).toBeGreaterThan(20);
  expect(secrets).toEqual([]);
});
