import type {
  JupyterFrontEnd,
  JupyterFrontEndPlugin
} from '@jupyterlab/application';
import { ICommandPalette } from '@jupyterlab/apputils';
import { INotebookTracker } from '@jupyterlab/notebook';
import { ITranslator, nullTranslator } from '@jupyterlab/translation';
import { EventSender } from './sending/eventSender';
import { addHelpCommand, ASK_FOR_HELP } from './help/helpCommand';
import { HelpRequest } from './help/helpRequest';
import { NotebookSessions } from './notebook/notebookSessions';
import { giveNotice } from './notice';
import { serverTransport } from './sending/serverTransport';

/** Sends what happens in the notebooks of this page to Cell Monitor. */
const plugin: JupyterFrontEndPlugin<void> = {
  id: 'cell-monitor:plugin',
  description: 'Shows the runs of a notebook to the teacher of the class.',
  autoStart: true,
  requires: [INotebookTracker],
  optional: [ICommandPalette, ITranslator],
  activate: (
    app: JupyterFrontEnd,
    tracker: INotebookTracker,
    palette: ICommandPalette | null,
    translator: ITranslator | null
  ): void => {
    const trans = (translator ?? nullTranslator).load('cell_monitor');
    const settings = app.serviceManager.serverSettings;
    const sender = new EventSender(serverTransport(settings), problem =>
      console.warn(`Cell Monitor: ${problem}`)
    );
    const request = new HelpRequest(() =>
      app.commands.notifyCommandChanged(ASK_FOR_HELP)
    );
    const sessions = new NotebookSessions(
      tracker,
      event => sender.send(event),
      session => request.closing(session)
    );
    addHelpCommand(app, sessions, request, palette, trans);
    sessions.follow();
    window.addEventListener('pagehide', () =>
      sender.leave(() => sessions.closeAll())
    );
    // A page that comes back out of the browser's cache opens its notebooks anew.
    window.addEventListener('pageshow', ({ persisted }) => {
      if (persisted) {
        sessions.openAll();
      }
    });
    void app.restored.then(() => giveNotice(settings, trans));
  }
};

export default plugin;
