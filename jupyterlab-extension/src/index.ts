import {
  ILayoutRestorer,
  type JupyterFrontEnd,
  type JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { watchInterrupts } from './activity/interruptWatch';
import { begin } from './choice/firstNotice';
import { addHelpCommand, ASK_FOR_HELP } from './help/helpCommand';
import { goToHint } from './hint/goToHint';
import { HintMarks } from './hint/hintMarks';
import { notifyOfHints } from './hint/hintNotification';
import { Monitor } from './monitor';
import { addPanel } from './panel/addPanel';
import { MonitorActions } from './panel/monitorActions';
import type { Hint } from './server/answers';

/** Sends what happens in the notebooks of this page to Cell Monitor. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'cell-monitor:plugin',
  description: 'Shows the runs of a notebook to the teacher of the class.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, ITranslator, ILayoutRestorer],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    translator: ITranslator | null,
    restorer: ILayoutRestorer | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('cell_monitor');
    const monitor = new Monitor(tracker, app.serviceManager);
    const { choice, request, board, sessions } = monitor;
    const marks = new HintMarks(tracker, board, trans);
    const goTo = (hint: Hint) => void goToHint(app, marks, hint);
    const actions = new MonitorActions(monitor, goTo);
    const panel = addPanel(app, restorer, monitor, actions, trans);
    addHelpCommand(app, request, () => choice.maySend, palette, trans);
    const tellButton = () => app.commands.notifyCommandChanged(ASK_FOR_HELP);
    request.changed.connect(tellButton);
    choice.changed.connect(tellButton);
    notifyOfHints(board, goTo, trans);
    watchInterrupts(app, () => sessions.current?.interrupts());
    const openPanel = () => app.shell.activateById(panel.id);
    void app.restored.then(() => begin(monitor, actions, openPanel, trans));
  }
};

export default plugin;
