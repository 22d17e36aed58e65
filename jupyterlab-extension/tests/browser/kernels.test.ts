import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { open, OPENED, receiver, student } from './workplace';

async function run(index: number): Promise<void> {
  await student.select(index);
  await student.command('notebook:run-cell');
}

test('a kernel that the notebook starts is told once', async () => {
  await open('start.ipynb', '1');
  await receiver.waitForSome('start.ipynb', 'kernel_started');
});

test('an interruption is told, beside the run that it ended', async () => {
  await open('stop.ipynb', 'print("before")\nimport time\ntime.sleep(60)');
  await student.command('notebook:run-all-cells');
  await student.page.getByText('before', { exact: true }).waitFor();
  await student.command('notebook:interrupt-kernel');
  const events = await receiver.waitFor('stop.ipynb', [
    ...OPENED,
    'kernel_interrupted',
    'cell_error'
  ]);
  expect(events[3]?.errorName).toBe('KeyboardInterrupt');
});

test('a restart is told, and what it cut off', async () => {
  await open('restart.ipynb', 'print("on")\nimport time\ntime.sleep(60)', '2');
  await student.command('notebook:run-all-cells');
  await student.page.getByText('on', { exact: true }).waitFor();
  await student.command('notebook:restart-kernel');
  await student.accept();
  const events = await receiver.waitFor('restart.ipynb', [
    ...OPENED,
    'execution_aborted',
    'execution_aborted',
    'kernel_restarted'
  ]);
  expect(events.slice(2, 4).map(event => event.cellId)).toEqual(['c0', 'c1']);
});

describe('a kernel that is killed from outside', () => {
  async function killed(path: string, kill: (pid: number) => Promise<void>) {
    await run(0);
    const [first] = await receiver.waitForSome(path, 'cell_executed');
    await run(1);
    await receiver.waitForSome(path, 'execution_scheduled', 2);
    await kill(Number(first?.result));
    await receiver.waitForSome(path, 'kernel_died');
    await student.accept();
    await receiver.waitForSome(path, 'kernel_restarted');
    const aborted = await receiver.waitForSome(path, 'execution_aborted');
    expect(aborted[0]?.cellId).toBe('c1');
    await run(2);
    await receiver.waitForSome(path, 'cell_executed', 2);
  }

  test('by kill -9 died and came back, and the run was cut off', async () => {
    const sleep = 'import time\ntime.sleep(60)';
    await open('kill.ipynb', 'import os\nos.getpid()', sleep, '1');
    await killed('kill.ipynb', async pid => {
      process.kill(pid, 'SIGKILL');
    });
  });

  test('for it uses too much memory is the same', async () => {
    const eat = 'eaten = []\nwhile True:\n    eaten.append(bytearray(2**22))';
    await open('memory.ipynb', 'import os\nos.getpid()', eat, '1');
    await killed('memory.ipynb', pid => killAbove(pid, 400 * 1024 * 1024));
  });
});

test('memory that a limit refuses is an error of the student’s code', async () => {
  const limit =
    'import resource\nresource.setrlimit(resource.RLIMIT_AS, (2**32, 2**32))';
  await open('limit.ipynb', limit, 'x = bytearray(2**33)');
  await student.command('notebook:run-all-cells');
  const errors = await receiver.waitForSome('limit.ipynb', 'cell_error');
  expect(errors[0]?.errorName).toBe('MemoryError');
});

test('a notebook without a kernel is told of all the same', async () => {
  await open('none.ipynb', '1');
  await receiver.waitForSome('none.ipynb', 'kernel_started');
  await student.shutDownKernel();
  await student.select(0, 'print("changed")');
  await student.command('docmanager:save');
  await receiver.waitFor('none.ipynb', [...OPENED, 'notebook_saved']);
});

/** What the system does to a kernel whose memory grows over its limit. */
async function killAbove(pid: number, bytes: number): Promise<void> {
  for (;;) {
    const status = readFileSync(`/proc/${pid}/status`, 'utf-8');
    const kibibytes = Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0);
    if (kibibytes * 1024 > bytes) {
      process.kill(pid, 'SIGKILL');
      return;
    }
    await new Promise(done => setTimeout(done, 20));
  }
}
