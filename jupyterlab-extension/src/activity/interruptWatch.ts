import type { JupyterFrontEnd } from '@jupyterlab/application';

/** The commands by which a student interrupts the kernel of the notebook in front. */
const COMMANDS = ['notebook:interrupt-kernel', 'kernelmenu:interrupt'];

/** Tells when the student asks to interrupt the kernel of the notebook in front. */
export function watchInterrupts(
  app: JupyterFrontEnd,
  interrupted: () => void
): void {
  app.commands.commandExecuted.connect((_, { id }) => {
    if (COMMANDS.includes(id)) {
      interrupted();
    }
  });
}
