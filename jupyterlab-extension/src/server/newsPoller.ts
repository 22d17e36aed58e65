import type { News } from './answers';

/** Milliseconds between two requests that bring nothing new, at the least. */
const REST = 30_000;

/** The longest pause after failures, in milliseconds. */
const LONGEST_PAUSE = 300_000;

/** Asks for what is newer than the cursor; waits for it so many seconds. */
export type AskNews = (
  after: string,
  wait: number,
  signal: AbortSignal
) => Promise<News>;

/** Who wants news. */
export interface NewsListener {
  /** Seconds that a request may wait for news; 0: none are wanted now. */
  patience(): number;
  /** Takes them; what fails here was not received. */
  received(news: News): Promise<void>;
  /** A request has ended, with news or without. */
  asked(): void;
}

/** Keeps one long poll for news while they are wanted. */
export class NewsPoller {
  private cursor = '';
  private failures = 0;
  private running = false;
  private underWay: AbortController | undefined;
  private endPause: () => void = () => undefined;

  constructor(
    private readonly ask: AskNews,
    private readonly listener: NewsListener
  ) {}

  /** What is wanted may have changed: begins, goes on, or stops. */
  look(): void {
    if (this.listener.patience() === 0) {
      this.underWay?.abort();
      this.endPause();
    } else if (!this.running) {
      void this.run();
    }
  }

  /** Asks at once, though the last request is not long ago or failed. */
  hurry(): void {
    this.endPause();
    this.look();
  }

  private async run(): Promise<void> {
    this.running = true;
    for (let wait = 1; wait > 0; wait = this.listener.patience()) {
      const rest = await this.askOnce(this.listener.patience());
      this.listener.asked();
      await this.pause(rest);
    }
    this.running = false;
  }

  /** Resolves to the milliseconds to pause before the next request. */
  private async askOnce(wait: number): Promise<number> {
    const begun = Date.now();
    this.underWay = new AbortController();
    try {
      const news = await this.ask(this.cursor, wait, this.underWay.signal);
      await this.listener.received(news);
      this.failures = 0;
      const isNew = news.cursor !== this.cursor;
      this.cursor = news.cursor;
      return isNew ? 0 : Math.max(0, begun + REST - Date.now());
    } catch {
      this.failures += 1;
      const longest = Math.min(LONGEST_PAUSE, REST * 2 ** (this.failures - 1));
      return REST + Math.random() * (longest - REST / 2);
    }
  }

  private pause(milliseconds: number): Promise<void> {
    if (milliseconds === 0 || this.listener.patience() === 0) {
      return Promise.resolve();
    }
    return new Promise(done => {
      const timer = setTimeout(done, milliseconds);
      this.endPause = () => {
        clearTimeout(timer);
        done();
      };
    });
  }
}
