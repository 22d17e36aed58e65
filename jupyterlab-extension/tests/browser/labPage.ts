import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { CodeCell } from '@jupyterlab/cells';
import type { NotebookPanel } from '@jupyterlab/notebook';
import type { Page } from 'playwright-core';

/** JupyterLab's own application object, which it shows to the page on request. */
export interface LabWindow {
  jupyterapp: JupyterFrontEnd;
}

/** A page of JupyterLab: what is done in it, to the notebook in front. */
export class LabPage {
  constructor(readonly page: Page) {}

  /** Waits until JupyterLab is ready in this page, which may go to a workspace of its own first. */
  async ready(): Promise<void> {
    await this.page.waitForFunction(async () => {
      const shown = globalThis as unknown as Partial<LabWindow>;
      // Playwright takes the promise of a no for a yes, so it must not end before JupyterLab began.
      while (shown.jupyterapp === undefined) {
        await new Promise(done => setTimeout(done, 20));
      }
      await shown.jupyterapp.restored;
      return true;
    });
  }

  /** Executes a command of JupyterLab without waiting for its end. */
  async command(id: string, args: Record<string, string> = {}): Promise<void> {
    await this.page.evaluate(
      ([command, commandArgs]) => {
        const { commands } = (globalThis as unknown as LabWindow).jupyterapp;
        if (!commands.hasCommand(command)) {
          throw new Error(`There is no command ${command}`);
        }
        void commands.execute(command, commandArgs);
      },
      [id, args] as const
    );
  }

  /** Accepts the dialog that JupyterLab shows. */
  async accept(): Promise<void> {
    await this.page.locator('.jp-Dialog button.jp-mod-accept').click();
  }

  /** Waits until the kernel of the notebook in front has nothing to do. */
  async idle(): Promise<void> {
    await this.page.waitForTimeout(200);
    await this.page.waitForFunction(() => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const panel = shell.currentWidget as NotebookPanel | null;
      return panel?.context.sessionContext.session?.kernel?.status === 'idle';
    });
  }

  /** Opens a notebook, or brings it to the front, and waits for its kernel. */
  async open(path: string): Promise<void> {
    await this.command('docmanager:open', { path, factory: 'Notebook' });
    await this.page.waitForFunction(wanted => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const panel = shell.currentWidget as NotebookPanel | null;
      const kernel = panel?.context?.sessionContext?.session?.kernel;
      return panel?.context?.path === wanted && kernel?.status === 'idle';
    }, path);
  }

  /** Makes a cell of the notebook in front the active one, with new code if given. */
  async select(index: number, code?: string): Promise<void> {
    await this.page.evaluate(
      ([at, source]) => {
        const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
        const panel = shell.currentWidget as NotebookPanel;
        panel.content.activeCellIndex = at;
        if (source !== undefined) {
          panel.content.activeCell?.model.sharedModel.setSource(source);
        }
      },
      [index, code] as const
    );
  }

  /** Puts the cursor into a cell of the notebook in front, at its end. */
  async edit(index: number): Promise<void> {
    await this.select(index);
    await this.command('notebook:enter-edit-mode');
    const active = '.jp-NotebookPanel:visible .jp-mod-active .cm-content';
    await this.page.locator(active).click();
    await this.page.keyboard.press('Control+a');
  }

  /** Pastes a text from the clipboard where the cursor is. */
  async paste(text: string): Promise<void> {
    const permissions = ['clipboard-read', 'clipboard-write'];
    await this.page.context().grantPermissions(permissions);
    await this.page.evaluate(
      copied => navigator.clipboard.writeText(copied),
      text
    );
    await this.page.keyboard.press('Control+v');
  }

  /** Ends the kernel of the notebook in front; it has none then. */
  async shutDownKernel(): Promise<void> {
    await this.page.evaluate(async () => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const panel = shell.currentWidget as NotebookPanel;
      await panel.context.sessionContext.shutdown();
    });
  }

  /** Runs the first two cells in turn, so many times; when each run began and ended. */
  async runInTurn(count: number): Promise<[number, number][]> {
    return this.page.evaluate(async total => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const { content, context } = shell.currentWidget as NotebookPanel;
      const times: [number, number][] = [];
      for (let run = 0; run < total; run++) {
        const cell = content.widgets[run % 2] as CodeCell;
        const begun = performance.now();
        const { execute } = cell.constructor as typeof CodeCell;
        await execute(cell, context.sessionContext);
        times.push([begun, performance.now()]);
      }
      return times;
    }, count);
  }

  /** Closes the notebook in front without saving it. */
  async close(): Promise<void> {
    // In one go: what is still to come from the kernel would make it dirty again.
    await this.page.evaluate(() => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const panel = shell.currentWidget as NotebookPanel;
      if (panel.context.model) {
        panel.context.model.dirty = false;
      }
      panel.close();
    });
  }

  /** Renames the notebook in front. */
  async rename(name: string): Promise<void> {
    await this.page.evaluate(async newName => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      await (shell.currentWidget as NotebookPanel).context.rename(newName);
    }, name);
  }
}
