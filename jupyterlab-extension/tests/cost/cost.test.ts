import { loadavg } from 'node:os';
import type { CDPSession } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from '../browser/jupyterLab';
import { RecordingReceiver } from '../browser/receiver';
import { Student } from '../browser/student';
import { beginProfile, endProfile } from './profile';
import { writeFigures } from './readme';

const RUNS = 1000;
const REST_SECONDS = 120;
const MEBIBYTE = 1024 * 1024;
const NOTEBOOK = 'cost.ipynb';

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
const figures: string[] = [];
let student: Student;
let session: CDPSession;

beforeAll(async () => {
  student = await Student.arrive(await lab.start(await receiver.start()));
  session = await student.page.context().newCDPSession(student.page);
  lab.write(NOTEBOOK, [
    { id: 'c', type: 'code', source: 'sum(range(1000))' },
    { id: 'd', type: 'code', source: 'for n in range(20): print("line", n)' }
  ]);
  await student.open(NOTEBOOK);
  await runs(100);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
  writeFigures(figures);
});

/** Runs cells one after another; resolves to when each began and ended. */
async function runs(count: number): Promise<[number, number][]> {
  return student.runInTurn(count);
}

async function heap(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    await session.send('HeapProfiler.collectGarbage');
    await student.page.waitForTimeout(500);
  }
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

test('time on the UI thread, and memory', async () => {
  const before = await heap();
  await beginProfile(session);
  const begun = await student.page.evaluate(() => performance.now());
  const times = await runs(RUNS);
  const samples = await endProfile(session);
  const grown = ((await heap()) - before) / MEBIBYTE;
  const costs = times.map(([start], index) => {
    const end = times[index + 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return samples
      .filter(({ at }) => at + begun >= start && at + begun < end)
      .reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  });
  costs.sort((one, other) => one - other);
  const quantile = (share: number) =>
    (costs[Math.floor(share * (RUNS - 1))] ?? 0).toFixed(2);
  figures.push(
    `Time on the UI thread per run of a cell: median ${quantile(0.5)} ms, 99th percentile ${quantile(0.99)} ms (${RUNS} runs, sampled every 0.1 ms; a sample counts 0.5 ms at most, for the processor was elsewhere then)`,
    `Growth of the page's whole heap over ${RUNS} runs, JupyterLab's own included: ${grown.toFixed(1)} MiB`
  );
  expect(samples.length).toBeGreaterThan(0);
});

test('requests at rest', async () => {
  await student.page.waitForTimeout(5000);
  const at: number[] = [];
  student.page.on('request', request => {
    if (request.url().includes('/cell-monitor')) {
      at.push(Date.now());
    }
  });
  await student.page.waitForTimeout(REST_SECONDS * 1000);
  figures.push(
    `Requests of a page at rest in ${REST_SECONDS} s: ${at.length}`,
    `Load of the machine meanwhile: ${loadavg()[0]?.toFixed(1)} on 2 cores`
  );
  expect(at.length).toBeLessThanOrEqual(REST_SECONDS / 30);
});
