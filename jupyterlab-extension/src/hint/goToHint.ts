import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { Hint } from '../server/answers';
import type { HintMarks } from './hintMarks';

/** Goes to the cell of a hint; opens its notebook where it is not open. */
export async function goToHint(
  app: JupyterFrontEnd,
  marks: HintMarks,
  hint: Hint
): Promise<void> {
  if (hint.notebook_path === null || (await marks.goTo(hint))) {
    return;
  }
  const path = hint.notebook_path;
  await app.commands.execute('docmanager:open', { path });
  await marks.goTo(hint);
}
