import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '../..');

/** A cell of a notebook that a test writes. */
export interface CellText {
  id: string;
  type: 'code' | 'markdown';
  source: string;
}

/** A real JupyterLab with the built wheel, in a folder of its own. */
export class JupyterLab {
  readonly folder = mkdtempSync(join(tmpdir(), 'cell-monitor-lab-'));
  private process: ChildProcess | undefined;
  private output = '';

  /** Starts it and returns the address with its token, once it answers. */
  async start(applicationUrl: string): Promise<string> {
    const port = await freePort();
    const news = { fetchNews: 'false' };
    this.configure('apputils-extension', 'notification', news);
    const settings = ['--LabApp.expose_app_in_browser=True'];
    this.process = spawn(
      join(HOME, 'lab'),
      [this.folder, '--no-browser', `--port=${port}`, ...settings],
      {
        detached: true,
        env: {
          ...process.env,
          CELL_MONITOR_URL: applicationUrl,
          CELL_MONITOR_STUDENT: '山田 花子',
          CELL_MONITOR_LAB_HOME: join(this.folder, '.lab')
        }
      }
    );
    this.process.stderr?.on('data', data => (this.output += String(data)));
    this.process.stdout?.on('data', data => (this.output += String(data)));
    return this.address(port);
  }

  /** What it has written to its log. */
  get log(): string {
    return this.output;
  }

  /** Writes a notebook into its folder. */
  write(path: string, cells: CellText[]): void {
    const notebook = {
      cells: cells.map(({ id, type, source }) => ({
        id,
        cell_type: type,
        source,
        metadata: {},
        ...(type === 'code' && { execution_count: null, outputs: [] })
      })),
      metadata: {
        kernelspec: {
          name: 'python3',
          display_name: 'Python 3',
          language: 'python'
        }
      },
      nbformat: 4,
      nbformat_minor: 5
    };
    writeFileSync(join(this.folder, path), JSON.stringify(notebook));
  }

  /** Sets the language in which it speaks to pages that are loaded from now on. */
  speak(locale: string): void {
    this.configure('translation-extension', 'plugin', { locale });
  }

  private configure(extension: string, plugin: string, settings: object): void {
    const path = `.lab/config/lab/user-settings/@jupyterlab/${extension}`;
    const folder = join(this.folder, path);
    mkdirSync(folder, { recursive: true });
    const file = join(folder, `${plugin}.jupyterlab-settings`);
    writeFileSync(file, JSON.stringify(settings));
  }

  async stop(): Promise<void> {
    const running = this.process;
    if (running?.pid !== undefined && running.exitCode === null) {
      const ended = new Promise(done => running.once('exit', done));
      process.kill(-running.pid, 'SIGTERM');
      const last = setTimeout(() => running.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(last);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async address(port: number): Promise<string> {
    const pattern = new RegExp(`http://[^ /]+:${port}/lab\\?token=([0-9a-f]+)`);
    for (let waited = 0; waited < 60_000; waited += 200) {
      const token = pattern.exec(this.output)?.[1];
      if (token !== undefined) {
        return `http://127.0.0.1:${port}/lab?token=${token}`;
      }
      await new Promise(done => setTimeout(done, 200));
    }
    throw new Error(`JupyterLab did not start: ${this.output}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(done => server.listen(0, '127.0.0.1', () => done()));
  const { port } = server.address() as AddressInfo;
  await new Promise(done => server.close(done));
  return port;
}
