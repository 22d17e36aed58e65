import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '../..');

/** The environment of another version, instead of the one for development. */
const ENVIRONMENT = process.env.CELL_MONITOR_TEST_ENVIRONMENT;

/** Whether it is Notebook 7 that runs in it, where each notebook has a page of its own. */
export const IS_NOTEBOOK = process.env.CELL_MONITOR_TEST_PROGRAM === 'notebook';

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

  /**
   * Starts it and returns the address with its token, once it answers.
   *
   * @param environment - what it is started with beside what all are
   */
  async start(
    applicationUrl: string,
    environment: Record<string, string> = {}
  ): Promise<string> {
    const port = await freePort();
    const news = { fetchNews: 'false' };
    this.configure('apputils-extension', 'notification', news);
    const [program, ...first] = this.command();
    const settings = ['--no-browser', `--port=${port}`];
    this.process = spawn(program, [...first, ...settings], {
      detached: true,
      env: {
        ...process.env,
        CELL_MONITOR_URL: applicationUrl,
        CELL_MONITOR_STUDENT: '山田 花子',
        CELL_MONITOR_LAB_HOME: join(this.folder, '.lab'),
        ...(ENVIRONMENT && {
          JUPYTER_CONFIG_DIR: join(this.folder, '.lab/config'),
          JUPYTER_DATA_DIR: join(this.folder, '.lab/data'),
          PATH: `${ENVIRONMENT}/bin:${process.env.PATH}`
        }),
        ...environment
      }
    });
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

  /** Writes a notebook of code cells, which are called `c0`, `c1` and so on. */
  writeCode(path: string, ...sources: string[]): void {
    const type = 'code' as const;
    this.write(
      path,
      sources.map((source, index) => ({ id: `c${index}`, type, source }))
    );
  }

  /** Sets the language in which it speaks to pages that are loaded from now on. */
  speak(locale: string): void {
    this.configure('translation-extension', 'plugin', { locale });
  }

  private command(): [string, ...string[]] {
    if (ENVIRONMENT === undefined) {
      const settings = ['--LabApp.expose_app_in_browser=True'];
      return [join(HOME, 'lab'), this.folder, ...settings];
    }
    const name = IS_NOTEBOOK ? 'JupyterNotebookApp' : 'LabApp';
    return [
      join(ENVIRONMENT, 'bin/jupyter'),
      IS_NOTEBOOK ? 'notebook' : 'lab',
      '--allow-root',
      `--ServerApp.root_dir=${this.folder}`,
      `--${name}.expose_app_in_browser=True`
    ];
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
    const start = IS_NOTEBOOK ? 'tree' : 'lab';
    const pattern = new RegExp(
      `http://[^ /]+:${port}/${start}\\?token=([0-9a-f]+)`
    );
    for (let waited = 0; waited < 180_000; waited += 200) {
      const token = pattern.exec(this.output)?.[1];
      if (token !== undefined) {
        return `http://127.0.0.1:${port}/${start}?token=${token}`;
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
