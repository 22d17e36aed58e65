import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { HelpRequest } from './helpRequest';
import { helpIcon } from './helpIcon';
import type { NotebookSessions } from '../notebook/notebookSessions';

/** The command of the toolbar button and of the palette. */
export const ASK_FOR_HELP = 'cell-monitor:ask-for-help';

/** Adds the command that asks for help and takes the request back. */
export function addHelpCommand(
  app: JupyterFrontEnd,
  sessions: NotebookSessions,
  request: HelpRequest,
  palette: ICommandPalette | null,
  trans: TranslationBundle
): void {
  app.commands.addCommand(ASK_FOR_HELP, {
    label: () =>
      request.isOn
        ? trans.__('Stop asking for help')
        : trans.__('Ask for help'),
    caption: () =>
      request.isOn
        ? trans.__('Your teacher sees that you ask for help. Press to stop.')
        : trans.__('Show your teacher that you need help'),
    icon: helpIcon,
    isToggled: () => request.isOn,
    execute: () => {
      const session = sessions.current;
      if (session) {
        request.toggle(session);
      }
    }
  });
  palette?.addItem({
    command: ASK_FOR_HELP,
    category: trans.__('Cell Monitor')
  });
}
