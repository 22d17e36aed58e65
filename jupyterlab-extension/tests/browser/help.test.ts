import { beforeAll, expect, test } from 'vitest';
import type { HelpNews } from '../../src/server/answers';
import { lab, OPENED, receiver, student } from './workplace';

beforeAll(async () => {
  lab.write('help.ipynb', [{ id: 'c', type: 'code', source: 'print("x")' }]);
  await student.open('help.ipynb');
  await receiver.waitFor('help.ipynb', OPENED);
});

const button = () =>
  student.page
    .getByRole('tabpanel', { name: 'help.ipynb' })
    .locator('[data-command="cell-monitor:ask-for-help"]');

const look = () => button().getAttribute('class');

const events = () => receiver.only('help.ipynb', 'help', 'help_stop');

/** How often help was asked for: a page that was reloaded gives a sign of life too. */
const asked = () => receiver.only('help.ipynb', 'help').length;

function answer(state: HelpNews['state']): void {
  const help = { request_id: 'r-1', state, position: 3, teacher: '佐藤' };
  receiver.student.tell({ help });
}

test('is asked for with the button, with a line of text, by keyboard', async () => {
  await button().focus();
  await student.page.keyboard.press('Enter');
  await student.page.locator('.jp-Dialog input').waitFor();
  await student.page.keyboard.type('なぜ？');
  await student.page.keyboard.press('Enter');
  await receiver.waitForSome('help.ipynb', 'help');
  expect(events()[0]).toMatchObject({
    cellId: 'c',
    cellIndex: 0,
    metadata: { message: 'なぜ？' }
  });
  await expect.poll(look).toContain('cm-mod-asking');
});

test('the queue and the teacher who comes are shown', async () => {
  const panel = await student.panel();
  answer('waiting');
  await panel.getByText('You are number 3 in the queue.').waitFor();
  answer('on_my_way');
  await panel.getByText('佐藤 is coming.').waitFor();
});

test('a reload keeps the request, and it can be taken back after it', async () => {
  await student.page.reload();
  await student.ready();
  const panel = await student.panel();
  await panel.getByText('佐藤 is coming.').waitFor();
  const withdraw = { name: 'I no longer need help' };
  await panel.getByRole('button', withdraw).click();
  await receiver.waitForSome('help.ipynb', 'help_stop');
  receiver.student.tell({ help: null });
  await panel.getByRole('button', { name: 'Ask for help' }).waitFor();
});

test('once the teacher has answered, it is over', async () => {
  const panel = await student.panel();
  const before = asked();
  await panel.getByRole('button', { name: 'Ask for help' }).click();
  await receiver.waitForSome('help.ipynb', 'help', before + 1);
  answer('claimed');
  await panel.getByText('佐藤 has seen your request.').waitFor();
  answer('resolved');
  await panel.getByText('Your request has been answered.').waitFor();
  await expect.poll(look).not.toContain('cm-mod-asking');
});

test('is in the palette, and ends with the notebook', async () => {
  const before = asked();
  await student.page.keyboard.press('Control+Shift+C');
  const palette = student.page.locator('.lm-CommandPalette-input:visible');
  await palette.fill('ask for help');
  await student.page.keyboard.press('Enter');
  await student.accept();
  await receiver.waitForSome('help.ipynb', 'help', before + 1);
  const stops = events().filter(event => event.eventType === 'help_stop');
  await student.open('help.ipynb');
  await student.close();
  await receiver.waitForSome('help.ipynb', 'help_stop', stops.length + 1);
});
