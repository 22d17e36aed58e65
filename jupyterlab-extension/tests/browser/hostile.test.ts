import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
/** Another port of this machine is another origin, to which the browser sends the same cookies. */
const neighbour = createServer((_, response) => {
  response.writeHead(200, { 'Content-Type': 'text/html' });
  response.end('<!doctype html><title>Free cookies</title>');
});
let student: Student;
let origin: string;

beforeAll(async () => {
  const address = await lab.start(await receiver.start());
  origin = new URL(address).origin;
  await new Promise<void>(done =>
    neighbour.listen(0, '127.0.0.1', () => done())
  );
  student = await Student.arrive(address);
});

afterAll(async () => {
  await student?.leave();
  neighbour.close();
  await lab.stop();
  receiver.stop();
});

/** What the student's own page is told. */
async function own(route: string): Promise<unknown> {
  return student.page.evaluate(
    async path => (await fetch(`/cell-monitor/${path}`)).json(),
    route
  );
}

test('a page of another origin reads nothing and changes nothing', async () => {
  const before = await own('choice');
  const page = await student.page.context().newPage();
  const { port } = neighbour.address() as AddressInfo;
  await page.goto(`http://127.0.0.1:${port}/`);
  const answers = await page.evaluate(async base => {
    const json = { 'Content-Type': 'application/json' };
    const hostile = {
      eventType: 'help',
      paused: true,
      join_code: 'hostile',
      metadata: { message: 'hostile' }
    };
    const body = JSON.stringify(hostile);
    const mode = 'no-cors' as const;
    const tries: [string, RequestInit][] = [
      ['/status', {}],
      ['/sent', {}],
      ['', { method: 'POST', mode, body }],
      ['', { method: 'POST', body, headers: json }],
      ['/choice', { method: 'PUT', body, headers: json }],
      ['/identity', { method: 'POST', mode, body }],
      ['/identity', { method: 'DELETE' }]
    ];
    const heard: string[] = [];
    for (const [route, init] of tries) {
      const url = `${base}/cell-monitor${route}`;
      const answer = fetch(url, { credentials: 'include', ...init });
      heard.push(await answer.then(({ type }) => type).catch(() => 'nothing'));
    }
    return heard;
  }, origin);
  await page.close();
  const nothing = 'nothing';
  expect(answers).toEqual([
    ...[nothing, nothing, 'opaque', nothing, nothing, 'opaque', nothing]
  ]);
  expect(await own('choice')).toEqual(before);
  lab.write('after.ipynb', [{ id: 'c', type: 'code', source: '1' }]);
  await student.open('after.ipynb');
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome('after.ipynb', 'cell_executed');
  expect(JSON.stringify(receiver.all)).not.toContain('hostile');
  expect(await own('status')).toMatchObject({
    identity: { kind: 'open_door' }
  });
});

test('a page of this origin needs the XSRF token and the JSON type, each alone', async () => {
  const before = await own('choice');
  const answers = await student.page.evaluate(async () => {
    const token = /_xsrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
    const json = { 'Content-Type': 'application/json' };
    const body = JSON.stringify({ paused: true, join_code: 'hostile' });
    const changes: [string, string][] = [
      ['', 'POST'],
      ['/choice', 'PUT'],
      ['/identity', 'POST']
    ];
    const heard: number[][] = [];
    for (const [route, method] of changes) {
      const url = `/cell-monitor${route}`;
      const answers = [
        await fetch(url, { method, body, headers: json }),
        await fetch(url, { method, body, headers: { 'X-XSRFToken': token } })
      ];
      heard.push(answers.map(({ status }) => status));
    }
    const gone = await fetch('/cell-monitor/identity', { method: 'DELETE' });
    return [...heard, [gone.status]];
  });
  expect(answers).toEqual([[403, 415], [403, 415], [403, 415], [403]]);
  expect(await own('choice')).toEqual(before);
  expect(JSON.stringify(receiver.all)).not.toContain('hostile');
});
