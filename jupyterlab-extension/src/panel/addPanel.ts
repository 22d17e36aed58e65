import type { ILayoutRestorer, JupyterFrontEnd } from '@jupyterlab/application';
import type { TranslationBundle } from '@jupyterlab/translation';
import type { Monitor } from '../monitor';
import type { PanelActions } from './actions';
import { Panel } from './panel';

/** Below the property inspector and the debugger. */
const RANK = 900;

/** Puts the panel into the right sidebar. */
export function addPanel(
  app: JupyterFrontEnd,
  restorer: ILayoutRestorer | null,
  monitor: Monitor,
  actions: PanelActions,
  trans: TranslationBundle
): Panel {
  const { model, choice, request, board } = monitor;
  const panel = new Panel({ model, choice, request, board, actions, trans });
  const render = () => panel.update();
  request.changed.connect(render);
  board.changed.connect(render);
  app.shell.add(panel, 'right', { rank: RANK });
  restorer?.add(panel, panel.id);
  return panel;
}
