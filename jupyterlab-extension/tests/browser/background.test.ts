import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { Student } from './student';

const RUN = ['session_start', 'notebook_opened', 'cell_executed'];
const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let address: string;
let student: Student;

beforeAll(async () => {
  address = await lab.start(await receiver.start());
  student = await Student.arrive(address);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

/** Opens a new notebook, runs its cell, and waits until that has arrived. */
async function run(path: string): Promise<void> {
  lab.write(path, [{ id: 'c', type: 'code', source: 'print("x")' }]);
  await student.open(path);
  await student.command('notebook:run-all-cells');
  await receiver.waitFor(path, RUN);
}

/** How many times the page's own thread has posted events. */
async function ownPosts(): Promise<number> {
  return student.page.evaluate(
    () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => /\/cell-monitor(\?|$)/.test(name)).length
  );
}

/** The address of the script of the page's worker. */
function workerScript(): string {
  const isOurs = (url: string) => url.includes('/extensions/cell-monitor/');
  const urls = student.page.workers().map(worker => worker.url());
  return urls.find(isOurs) ?? '';
}

describe('events', () => {
  test('are posted by a worker, not by the thread of the page', async () => {
    await run('worker.ipynb');
    expect(await ownPosts()).toBe(0);
  });

  test('go on after the student has signed in again', async () => {
    const context = student.page.context();
    const url = new URL(address).origin;
    const value = 'a'.repeat(32);
    const tokens: (string | undefined)[] = [];
    await context.addCookies([{ name: '_xsrf', value, url }]);
    await context.route('**/cell-monitor', async route => {
      tokens.push(route.request().headers()['x-xsrftoken']);
      await (tokens.length === 1
        ? route.fulfill({ status: 403 })
        : route.continue());
    });
    await run('signed-in-again.ipynb');
    await context.unroute('**/cell-monitor');
    expect(tokens[0]).not.toBe(value);
    expect(tokens[1]).toBe(value);
    expect(await ownPosts()).toBe(0);
  });

  test('are posted by the page when its worker never answers', async () => {
    const context = student.page.context();
    const script = workerScript();
    const body = 'onmessage = () => undefined;';
    const contentType = 'text/javascript';
    await context.route(script, route => route.fulfill({ contentType, body }));
    await student.visit(address);
    lab.write('silent.ipynb', [{ id: 'c', type: 'code', source: '"once"' }]);
    await student.open('silent.ipynb');
    await student.command('notebook:run-all-cells');
    // The request's 30 s, and 5 s of grace.
    await receiver.waitForSome('silent.ipynb', 'cell_executed');
    await receiver.waitFor('silent.ipynb', RUN);
    expect(await ownPosts()).toBeGreaterThan(0);
    await context.unroute(script);
  }, 150_000);

  test('are posted by the page where it may have no worker', async () => {
    await student.visit(address);
    const script = workerScript();
    await student.page.context().route(script, route => route.abort());
    await student.visit(address);
    await run('no-worker.ipynb');
    expect(await ownPosts()).toBeGreaterThan(0);
  });
});
