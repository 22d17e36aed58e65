import type { IncomingMessage, ServerResponse } from 'node:http';
import type { HelpNews, Hint } from '../../src/server/answers';

/** Milliseconds for which a poll is held; the application holds it longer. */
const HOLD = 20_000;

/** What a class of these tests is called. */
export const CLASS = { id: 'c-1', name: 'プログラミング入門' };

/** Whom Jupyter's own name asserts, where nobody has joined. */
const STUDENT = '山田 花子';

/** Answers a student's own routes as the application does. */
export class StudentRoutes {
  /** The join code that is taken; others are refused. */
  joinCode = 'ABC-234';
  consentRequired = false;
  /** Whether a token is given to whoever asserts to be somebody. */
  hasOpenDoor = true;
  own: unknown = { today: null, cells: [] };
  /** How often news were asked for. */
  polls = 0;
  /** Whose device each secret is. */
  private readonly devices = new Map<
    string,
    { name: string; number: string }
  >();
  private cursor = 1;
  private help: HelpNews | null = null;
  private hints: Hint[] = [];
  private waiting: (() => void)[] = [];

  /** The application has news for the student. */
  tell(news: { help?: HelpNews | null; hints?: Hint[] }): void {
    this.cursor += 1;
    this.help = news.help === undefined ? this.help : news.help;
    this.hints.push(...(news.hints ?? []));
    this.waiting.splice(0).forEach(answer => answer());
  }

  /** Answers one request below `/api/v1/student/`. */
  answer(
    request: IncomingMessage,
    body: unknown,
    response: ServerResponse
  ): void {
    const url = new URL(request.url ?? '', 'http://application');
    switch (url.pathname.split('/').at(-1)) {
      case 'token':
        this.answerToken(body as Record<string, string>, response);
        break;
      case 'news':
        this.polls += 1;
        this.answerNews(url.searchParams.get('after') ?? '', response);
        break;
      case 'me':
        send(response, 200, this.own);
        break;
      default:
        send(response, 404, {});
    }
  }

  private answerToken(
    {
      grant,
      join_code,
      name,
      student_number,
      device_secret = ''
    }: Record<string, string>,
    response: ServerResponse
  ): void {
    if (grant === 'key' && !this.hasOpenDoor) {
      send(response, 401, { status: 401, detail: 'Who are you?' });
      return;
    }
    if (grant === 'join_code' && join_code !== this.joinCode) {
      const detail = 'No class has this join code.';
      send(response, 422, { status: 422, detail, field: 'join_code' });
      return;
    }
    const device = this.devices.get(device_secret);
    const who = device ?? {
      name: name ?? STUDENT,
      number: student_number ?? '1'
    };
    const secret = `secret-of-${who.number}`;
    this.devices.set(secret, who);
    send(response, 200, {
      token: `token-of-${who.number}`,
      expires_in: 900,
      ...(grant === 'join_code' && { device_secret: secret }),
      student: {
        id: `s-${who.number}`,
        display_name: who.name,
        verified: false
      },
      class: CLASS,
      consent_required: this.consentRequired
    });
  }

  private answerNews(after: string, response: ServerResponse): void {
    const answer = (): void => {
      clearTimeout(timer);
      const { help, hints } = this;
      send(response, 200, { cursor: `${this.cursor}`, help, hints });
    };
    const timer = setTimeout(answer, HOLD);
    if (Number(after) < this.cursor) {
      answer();
    } else {
      this.waiting.push(answer);
    }
  }
}

function send(response: ServerResponse, status: number, body: unknown): void {
  if (!response.writableEnded) {
    const good = status < 400;
    const type = good ? 'application/json' : 'application/problem+json';
    response.writeHead(status, { 'Content-Type': type });
    response.end(JSON.stringify(body));
  }
}
