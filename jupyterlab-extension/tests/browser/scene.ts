import type { JupyterLab } from './jupyterLab';
import type { RecordingReceiver } from './receiver';
import type { Student } from './student';

/** The notebook of the scene. */
export const LESSON = 'lesson.ipynb';

/** Fills the panel with everything that it can show: a student in a lesson. */
export async function playLesson(
  student: Student,
  lab: JupyterLab,
  receiver: RecordingReceiver
): Promise<void> {
  receiver.student.own = {
    today: {
      runs: 14,
      errors: 3,
      notebook_path: LESSON,
      completed: 4,
      total: 9
    },
    cells: [own(4, 4, 0, 9500), own(2, 7, 3, 381_000), own(1, 3, 0, 420)]
  };
  lab.write(LESSON, [
    { id: 'm', type: 'markdown', source: '## リストの平均' },
    { id: 'c1', type: 'code', source: 'values = [3, 5, 8]\nsum(values)' },
    { id: 'c2', type: 'code', source: 'sum(values) / 0' }
  ]);
  await student.open(LESSON);
  await student.command('notebook:run-all-cells');
  await receiver.waitForSome(LESSON, 'cell_error');
  const help = {
    request_id: 'r-1',
    state: 'on_my_way' as const,
    position: 1,
    teacher: '佐藤'
  };
  const hint = {
    hint_id: '44444444-4444-4444-4444-444444444444',
    text: '何で割ればよいか、要素の数を調べてみましょう。',
    notebook_path: LESSON,
    cell_id: 'c2',
    at: new Date().toISOString(),
    from: '佐藤'
  };
  receiver.student.tell({ help, hints: [hint] });
  await student.page.locator('.cm-HintMark').waitFor();
  const panel = await student.panel();
  await panel.locator('.cm-Cells').waitFor();
}

function own(
  cell_index: number,
  runs: number,
  errors: number,
  total_ms: number
): Record<string, unknown> {
  const cell_id = `c${cell_index}`;
  return { notebook_path: LESSON, cell_id, cell_index, runs, errors, total_ms };
}
