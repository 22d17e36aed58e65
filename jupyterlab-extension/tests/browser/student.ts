import {
  chromium,
  type Browser,
  type BrowserContextOptions,
  type Locator,
  type Page
} from 'playwright-core';
import { LabPage, type LabWindow } from './labPage';

/** Debian's Chromium, or the one that CELL_MONITOR_CHROMIUM names. */
const EXECUTABLE = process.env.CELL_MONITOR_CHROMIUM ?? '/usr/bin/chromium';

/** A student in front of JupyterLab, in a real browser. */
export class Student extends LabPage {
  private constructor(
    private readonly browser: Browser,
    page: Page
  ) {
    super(page);
  }

  /** Opens JupyterLab, waits until it is ready, and answers the notice. */
  static async arrive(address: string): Promise<Student> {
    const student = await Student.arriveUnasked(address);
    await student.answerNotice('I have read this');
    return student;
  }

  /** Opens JupyterLab and waits until it is ready; the notice is not answered. */
  static async arriveUnasked(
    address: string,
    options: BrowserContextOptions = {}
  ): Promise<Student> {
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
    const context = await browser.newContext(options);
    const student = new Student(browser, await context.newPage());
    await student.visit(address);
    return student;
  }

  /** The same student opens a second page of the same JupyterLab. */
  async another(): Promise<Student> {
    const page = await this.page.context().newPage();
    const second = new Student(this.browser, page);
    await second.visit(this.page.url());
    return second;
  }

  /** Opens an address of JupyterLab and waits until it is ready. */
  async visit(address: string): Promise<void> {
    this.page.setDefaultTimeout(60_000);
    await this.page.goto(address);
    await this.ready();
  }

  /** Presses a button of the notice that stands before everything. */
  async answerNotice(label: string): Promise<void> {
    const notice = this.page.locator('.cm-NoticeDialog');
    await notice.getByRole('button', { name: label, exact: true }).click();
    await notice.waitFor({ state: 'detached' });
  }

  /** Shows the panel and returns it. */
  async panel(): Promise<Locator> {
    const panel = this.page.locator('#cell-monitor-panel');
    await this.page.evaluate(() => {
      const { shell } = (globalThis as unknown as LabWindow).jupyterapp;
      shell.activateById('cell-monitor-panel');
    });
    await panel.waitFor();
    return panel;
  }

  async leave(): Promise<void> {
    await this.browser.close();
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
