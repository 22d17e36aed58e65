import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { JupyterLab } from '../browser/jupyterLab';
import { RecordingReceiver } from '../browser/receiver';
import { playLesson } from '../browser/scene';
import { Student } from '../browser/student';

const PICTURES = resolve(import.meta.dirname, '../../pictures');
const THEMES = { light: 'JupyterLab Light', dark: 'JupyterLab Dark' };

const receiver = new RecordingReceiver();
const lab = new JupyterLab();
let student: Student;

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true });
  student = await Student.arriveUnasked(
    await lab.start(await receiver.start()),
    { viewport: { width: 1180, height: 1300 } }
  );
});

afterAll(async () => {
  await student?.leave();
  await lab.stop();
  receiver.stop();
});

async function picture(name: string): Promise<void> {
  await student.page.screenshot({ path: `${PICTURES}/${name}.png` });
}

async function speak(locale: string): Promise<void> {
  lab.speak(locale);
  await student.page.reload();
  await student.ready();
}

test.each([
  ['en', 'en_US'],
  ['ja', 'ja_JP']
])('the panel in %s, light and dark', async (language, locale) => {
  await speak(locale);
  const notice = student.page.locator('.cm-NoticeDialog');
  await student.page.waitForTimeout(1500);
  if (await notice.isVisible()) {
    await picture(`notice-${language}`);
    await notice.locator('.jp-Dialog-footer button.jp-mod-accept').click();
  }
  await playLesson(student, lab, receiver);
  for (const [name, theme] of Object.entries(THEMES)) {
    await student.command('apputils:change-theme', { theme });
    await student.page.waitForTimeout(1500);
    await picture(`panel-${language}-${name}`);
  }
  await student.command('apputils:change-theme', { theme: THEMES.light });
  expect(receiver.all.length).toBeGreaterThan(0);
});
