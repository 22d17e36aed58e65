import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findings } from './axe';
import { JupyterLab } from './jupyterLab';
import { RecordingReceiver } from './receiver';
import { playLesson } from './scene';
import { Student } from './student';

const BUTTON = '.jp-NotebookPanel [data-command="cell-monitor:ask-for-help"]';

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let student: Student;

beforeAll(async () => {
  const address = await lab.start(await receiver.start());
  student = await Student.arriveUnasked(address);
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

describe.each(['JupyterLab Light', 'JupyterLab Dark'])('in %s', theme => {
  test('axe finds nothing serious', async () => {
    await student.command('apputils:change-theme', { theme });
    await student.page
      .locator(`body[data-jp-theme-name="${theme}"]`)
      .waitFor({ state: 'attached' });
    if (theme === 'JupyterLab Light') {
      expect(await findings(student.page, '.cm-NoticeDialog')).toEqual([]);
      await student.answerNotice('Later');
      await student.panel();
      expect(await findings(student.page, '#cell-monitor-panel')).toEqual([]);
      const panel = await student.panel();
      await panel.getByRole('button', { name: 'I have read this' }).click();
      await playLesson(student, lab, receiver);
      await panel.getByText('4 of 9 cells done in lesson.ipynb').waitFor();
      await panel.locator('summary').first().press('Enter');
    }
    await student.page.waitForTimeout(1000);
    expect(await findings(student.page, '#cell-monitor-panel')).toEqual([]);
    expect(await findings(student.page, '.cm-HintMark')).toEqual([]);
    expect(await findings(student.page, BUTTON)).toEqual([]);
  });
});

test('everything in the panel is reached and done by keyboard alone', async () => {
  const panel = await student.panel();
  const controls = panel.locator('button, input:not([type=radio]), summary');
  await controls.first().focus();
  const reached = new Set<string>();
  for (let press = 0; press < 120; press++) {
    const name = await student.page.evaluate(() => {
      const { activeElement } = document;
      const inside = activeElement?.closest('#cell-monitor-panel');
      return inside ? (activeElement?.textContent ?? '') : undefined;
    });
    if (name !== undefined) {
      reached.add(name);
    }
    await student.page.keyboard.press('Tab');
  }
  expect([...reached].join('|')).toMatch(/I no longer need help/);
  const pause = panel.getByRole('switch', { name: 'Pause' });
  await pause.focus();
  await student.page.keyboard.press('Space');
  await expect.poll(() => pause.getAttribute('aria-checked')).toBe('true');
  await panel.getByRole('radio', { name: 'Everything' }).focus();
  await student.page.keyboard.press('ArrowDown');
  const level = panel.getByRole('radio', { name: 'No code' });
  await expect.poll(() => level.isChecked()).toBe(true);
});

test('what changes is said to a screen reader', async () => {
  const panel = await student.panel();
  const states = panel.getByRole('status');
  await expect(states.first().textContent()).resolves.toContain('Paused');
  await expect(states.nth(1).textContent()).resolves.toContain('佐藤');
});
