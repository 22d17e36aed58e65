import { URLExt } from '@jupyterlab/coreutils';
import { ServerConnection } from '@jupyterlab/services';
import type {
  Choice,
  ChoiceChange,
  Identity,
  News,
  Overview,
  Status
} from './answers';
import { BackgroundPost } from './backgroundPost';
import { NO_ANSWER, readOutcome, type Outcome } from './outcome';
import { ServerProblem } from './serverProblem';

/** The most that an ordinary request may take, in milliseconds. */
const TIME_LIMIT = 30_000;

/** What goes with a request, where it is more than its route. */
interface Question {
  body?: unknown;
  turn?: string | undefined;
  signal?: AbortSignal;
}

/** What a student says to join a class. */
export interface JoinForm {
  join_code: string;
  student_number: string;
  name: string;
}

/**
 * The routes of our own server extension: same origin, XSRF checked. Every method
 * but `post` rejects with a ServerProblem when the answer is no good one.
 */
export class ServerExtension {
  /** Names this Jupyter server among those of one browser. */
  readonly address: string;
  private readonly background: BackgroundPost;

  constructor(private readonly settings: ServerConnection.ISettings) {
    this.address = URLExt.join(settings.baseUrl, 'cell-monitor');
    this.background = new BackgroundPost(this.address, settings);
  }

  /**
   * Sends events. Never rejects: what goes wrong is an outcome.
   *
   * @param leaving - the request outlives the page, which closes
   */
  async post(
    body: string,
    headers: Record<string, string>,
    leaving: boolean
  ): Promise<Outcome> {
    const complete = { 'Content-Type': 'application/json', ...headers };
    if (this.background.isPossible && !leaving) {
      return this.background.post(body, complete, TIME_LIMIT);
    }
    const outlives = leaving
      ? { keepalive: true }
      : { signal: AbortSignal.timeout(TIME_LIMIT) };
    const init = { method: 'POST', body, headers: complete, ...outlives };
    try {
      return await readOutcome(await this.request('', init));
    } catch {
      return NO_ANSWER;
    }
  }

  status(): Promise<Status> {
    return this.ask('status');
  }

  choice(): Promise<Choice> {
    return this.ask('choice');
  }

  /**
   * Changes the choice; answers with the whole of it.
   *
   * @param turn - whose it is; of another it is refused
   */
  choose(choice: ChoiceChange, turn: string | undefined): Promise<Choice> {
    return this.ask('choice', 'PUT', { body: choice, turn });
  }

  join(form: JoinForm): Promise<Identity> {
    return this.ask('identity', 'POST', { body: form });
  }

  /**
   * Forgets the class and the student number that were given.
   *
   * @param turn - whose they were; those of another are kept
   */
  async leaveClass(turn: string | undefined): Promise<void> {
    await this.ask('identity', 'DELETE', { turn });
  }

  /** The state, what was sent and the own work in one: all that the panel shows. */
  overview(): Promise<Overview> {
    return this.ask('overview');
  }

  /** What is newer than the cursor; waits so many seconds for it. */
  news(after: string, wait: number, signal: AbortSignal): Promise<News> {
    const query = URLExt.objectToQueryString({ after, wait });
    const limit = AbortSignal.timeout(TIME_LIMIT + wait * 1000);
    return this.ask(`news${query}`, 'GET', { signal: anyOf(signal, limit) });
  }

  private async ask<T>(
    route: string,
    method = 'GET',
    { body, turn, signal }: Question = {}
  ): Promise<T> {
    const init: RequestInit = {
      method,
      headers: turnHeader(turn),
      signal: signal ?? AbortSignal.timeout(TIME_LIMIT)
    };
    if (body !== undefined) {
      init.body = JSON.stringify(body);
      init.headers = { ...init.headers, 'Content-Type': 'application/json' };
    }
    const response = await this.request(route, init).catch(() => {
      throw new ServerProblem(0, 'The Jupyter server does not answer.');
    });
    if (!response.ok) {
      throw await ServerProblem.of(response);
    }
    return (response.status === 204 ? undefined : await response.json()) as T;
  }

  private request(route: string, init: RequestInit): Promise<Response> {
    const url = route === '' ? this.address : `${this.address}/${route}`;
    return ServerConnection.makeRequest(url, init, this.settings);
  }
}

/** Says whose turn something was made in, so that it is never taken for another's. */
export function turnHeader(turn: string | undefined): Record<string, string> {
  return turn === undefined ? {} : { 'Cell-Monitor-Turn': turn };
}

/** `AbortSignal.any`, which browsers of JupyterLab 4.0's time do not have. */
function anyOf(first: AbortSignal, second: AbortSignal): AbortSignal {
  const both = new AbortController();
  [first, second].forEach(signal =>
    signal.addEventListener('abort', () => both.abort(), { once: true })
  );
  return both.signal;
}
