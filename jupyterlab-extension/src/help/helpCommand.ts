import type { JupyterFrontEnd } from '@jupyterlab/application';
import { InputDialog, type ICommandPalette } from '@jupyterlab/apputils';
import type { TranslationBundle } from '@jupyterlab/translation';
import { helpIcon } from './helpIcon';
import type { HelpRequest } from './helpRequest';
import { helpWords } from './helpWords';

/** The command of the toolbar button and of the palette. */
export const ASK_FOR_HELP = 'cell-monitor:ask-for-help';

/**
 * Adds the command that asks for help and takes the request back.
 *
 * @param canAsk - whether a request would be sent
 */
export function addHelpCommand(
  app: JupyterFrontEnd,
  request: HelpRequest,
  canAsk: () => boolean,
  palette: ICommandPalette | null,
  trans: TranslationBundle
): void {
  app.commands.addCommand(ASK_FOR_HELP, {
    label: () =>
      request.isOn
        ? trans.__('Stop asking for help')
        : trans.__('Ask for help'),
    caption: () => caption(request, canAsk(), trans),
    icon: helpIcon,
    isEnabled: () => request.isOn || canAsk(),
    // The label changes: a button that is pressed as well would say it twice.
    className: () => (request.isOn ? 'cm-mod-asking' : ''),
    execute: async () => {
      if (request.isOn) {
        request.withdraw();
        return;
      }
      const message = await askMessage(trans);
      if (message !== undefined && !request.isOn) {
        request.ask(message);
      }
    }
  });
  palette?.addItem({
    command: ASK_FOR_HELP,
    category: trans.__('Cell Monitor')
  });
}

function caption(
  request: HelpRequest,
  canAsk: boolean,
  trans: TranslationBundle
): string {
  if (!request.isOn) {
    return canAsk
      ? trans.__('Show your teacher that you need help')
      : trans.__('Help can be asked for when Cell Monitor may send');
  }
  return `${helpWords(request, trans) ?? ''} ${trans.__('Press to stop.')}`;
}

/** A line of text, empty if the student has nothing to say; nothing: not asked. */
async function askMessage(
  trans: TranslationBundle
): Promise<string | undefined> {
  const { value, button } = await InputDialog.getText({
    title: trans.__('Ask for help'),
    label: trans.__('What is it about? One line, if you like.'),
    okLabel: trans.__('Ask for help')
  });
  return button.accept ? (value ?? '') : undefined;
}
