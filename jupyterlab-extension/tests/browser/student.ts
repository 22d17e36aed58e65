import { chromium, type Browser, type Page } from 'playwright-core';
import type { JupyterFrontEnd } from '@jupyterlab/application';
import type { NotebookPanel } from '@jupyterlab/notebook';

/** Debian's Chromium, or the one that CHROMIUM names. */
const EXECUTABLE = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** JupyterLab's own application object, which it shows to the page on request. */
interface LabWindow {
  jupyterapp: JupyterFrontEnd;
}

/** A student in front of JupyterLab, in a real browser. */
export class Student {
  private constructor(
    private readonly browser: Browser,
    readonly page: Page
  ) {}

  /** Opens JupyterLab and waits until it is ready. */
  static async arrive(address: string): Promise<Student> {
    const browser = await chromium.launch({
      executablePath: EXECUTABLE,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync'
      ]
    });
    const page = await browser.newPage();
    page.setDefaultTimeout(15_000);
    await page.goto(address);
    await page.waitForFunction(
      () => (globalThis as unknown as LabWindow).jupyterapp !== undefined
    );
    await page.evaluate(
      () => (globalThis as unknown as LabWindow).jupyterapp.restored
    );
    return new Student(browser, page);
  }

  async leave(): Promise<void> {
    await this.browser.close();
  }

  /** Executes a command of JupyterLab without waiting for its end. */
  async command(id: string, args: Record<string, string> = {}): Promise<void> {
    await this.page.evaluate(
      ([command, commandArgs]) => {
        const { commands } = (globalThis as unknown as LabWindow).jupyterapp;
        void commands.execute(command, commandArgs);
      },
      [id, args] as const
    );
  }

  /** Accepts the dialog that JupyterLab shows. */
  async accept(): Promise<void> {
    await this.page.locator('.jp-Dialog button.jp-mod-accept').click();
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

  /** Closes the notebook in front without saving it. */
  async close(): Promise<void> {
    await this.page.evaluate(() => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      const panel = shell.currentWidget as NotebookPanel;
      if (panel.context.model) {
        panel.context.model.dirty = false;
      }
    });
    await this.command('application:close');
  }

  /** Renames the notebook in front. */
  async rename(name: string): Promise<void> {
    await this.page.evaluate(async newName => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      await (shell.currentWidget as NotebookPanel).context.rename(newName);
    }, name);
  }

  /** Posts to the server extension as the front end does, or without its XSRF token. */
  async post(body: unknown, withXsrf: boolean): Promise<[number, string]> {
    return this.page.evaluate(
      async ([content, xsrf]) => {
        const token = /_xsrf=([^;]+)/.exec(document.cookie)?.[1] ?? '';
        const response = await fetch('/cell-monitor', {
          method: 'POST',
          body: JSON.stringify(content),
          headers: {
            'Content-Type': 'application/json',
            ...(xsrf && { 'X-XSRFToken': token })
          }
        });
        return [response.status, await response.text()] as [number, string];
      },
      [body, withXsrf] as const
    );
  }
}
