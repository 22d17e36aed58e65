import type { INotebookTracker } from '@jupyterlab/notebook';
import type { ServiceManager } from '@jupyterlab/services';
import { IdleWatch } from './activity/idleWatch';
import { StudentChoice } from './choice/studentChoice';
import { createEvent, type LearningEvent } from './event/event';
import { HelpRequest, type HelpPlace } from './help/helpRequest';
import { HintBoard } from './hint/hintBoard';
import { KnownKernels } from './notebook/knownKernels';
import { NotebookSessions } from './notebook/notebookSessions';
import { PanelModel } from './panel/panelModel';
import { EventSender } from './sending/eventSender';
import { eventTransport } from './sending/eventTransport';
import type { Hint, News } from './server/answers';
import { NewsPoller } from './server/newsPoller';
import { OtherPages } from './server/otherPages';
import { ServerExtension } from './server/serverExtension';

/** Seconds that a poll for news waits: at rest, and while help is asked for. */
const PATIENCE = { atRest: 55, asking: 30 } as const;

/** The parts of the front end, put together: what flows from where to where. */
export class Monitor {
  readonly server: ServerExtension;
  readonly choice: StudentChoice;
  readonly model: PanelModel;
  readonly request: HelpRequest;
  readonly board: HintBoard;
  readonly sessions: NotebookSessions;
  readonly news: NewsPoller;
  private readonly otherPages: OtherPages;
  private readonly sender: EventSender;
  private isFollowing = false;
  /** Whether the notebooks are still followed for a student who is there no more. */
  private isOfAnother = false;

  constructor(tracker: INotebookTracker, services: ServiceManager.IManager) {
    this.server = new ServerExtension(services.serverSettings);
    this.choice = new StudentChoice(this.server);
    this.model = new PanelModel(this.server, this.choice);
    this.board = new HintBoard(hint => this.hintSeen(hint));
    this.request = new HelpRequest(() => this.here());
    this.sender = this.createSender();
    this.news = this.createPoller();
    this.sessions = new NotebookSessions(
      tracker,
      new KnownKernels(services.sessions),
      event => this.send(event),
      session => this.request.closing(session)
    );
    this.otherPages = new OtherPages(this.server);
    this.otherPages.heard.connect(() => void this.lookWhoIsThere());
    this.choice.turned.connect((_, goesOn) => this.onTurned(goesOn));
    this.choice.changed.connect(this.onChoiceChanged, this);
    this.request.changed.connect(() => this.news.look());
    document.addEventListener('visibilitychange', () => this.news.look());
    window.addEventListener('focus', () => this.onFocus());
    window.addEventListener('pagehide', () => this.leave());
    window.addEventListener('pageshow', ({ persisted }) => {
      // A page that comes back out of the browser's cache opens its notebooks anew.
      if (persisted && this.isFollowing) {
        this.sessions.openAll();
      }
    });
  }

  /** The student became another by what was done in this page: all pages go on with whoever it is. */
  async changeStudent(): Promise<void> {
    this.otherPages.tell();
    await this.lookWhoIsThere();
  }

  /** Nothing passes that the student has not allowed. */
  private send(event: LearningEvent): void {
    if (this.choice.maySend && !this.isOfAnother) {
      this.sender.send(event, this.choice.turn);
    }
  }

  private onChoiceChanged(): void {
    if (this.choice.maySend && this.isOfAnother) {
      // What one has begun, a run or an edit, is not the next one's.
      this.sessions.closeAll();
      this.isOfAnother = false;
      this.sessions.openAll();
    }
    if (this.choice.maySend && !this.isFollowing) {
      this.isFollowing = true;
      this.sessions.follow();
      new IdleWatch(idle =>
        this.sessions.current?.record(idle ? 'idle' : 'active')
      );
    }
    this.news.look();
    this.model.stateChanged.emit();
  }

  private async lookWhoIsThere(): Promise<void> {
    await this.model.look();
    this.news.hurry();
  }

  /** While no news are asked for, nothing else says who has come meanwhile. */
  private onFocus(): void {
    if (this.choice.current !== undefined && !this.choice.allows) {
      void this.model.look();
    }
  }

  /**
   * What was for the one before is not for whoever comes.
   *
   * @param goesOn - it is the student who was there before joining
   */
  private onTurned(goesOn: boolean): void {
    this.isOfAnother ||= this.isFollowing && !goesOn;
    this.board.clear();
    // What no teacher has heard of yet goes on in the name of who joins.
    if (!goesOn || this.request.state !== 'sending') {
      this.request.forget();
    }
    this.model.forget();
    this.news.hurry();
  }

  private async hear({ turn, help, hints }: News): Promise<void> {
    if (turn !== this.choice.turn) {
      // At another Jupyter server of the account somebody has joined or left.
      await this.choice.refresh();
      await this.model.look();
    }
    if (turn === this.choice.turn) {
      this.request.hear(help);
      this.board.add(hints);
    }
  }

  /** Where the student is: in a notebook, or in none. */
  private here(): HelpPlace {
    const nowhere: HelpPlace = {
      recordHere: (eventType, metadata) =>
        this.send(createEvent(eventType, metadata ? { metadata } : {}))
    };
    return this.sessions.current ?? nowhere;
  }

  private hintSeen(hint: Hint): void {
    const details = { metadata: { hintId: hint.hint_id } };
    // Seen in two pages it is the same event.
    const eventId = `hint-seen-${hint.hint_id}`.slice(0, 64);
    const path = hint.notebook_path;
    const session = path === null ? undefined : this.sessions.at(path);
    if (session) {
      session.record('hint_seen', details, eventId);
    } else {
      this.send(createEvent('hint_seen', details, eventId));
    }
  }

  private leave(): void {
    this.sender.leave(() => this.sessions.closeAll());
  }

  private createSender(): EventSender {
    return new EventSender(eventTransport(this.server), {
      delivered: withheld => {
        if (withheld) {
          void this.choice.refresh().catch(() => undefined);
        }
        this.model.lookSoon();
      },
      delayed: () => this.model.lookSoon(),
      lost: (count, reason) =>
        console.warn(`Cell Monitor: ${count} event(s) lost: ${reason}`)
    });
  }

  private createPoller(): NewsPoller {
    const { atRest, asking } = PATIENCE;
    const ask = this.server.news.bind(this.server);
    return new NewsPoller(ask, {
      patience: () => {
        const isSeen = document.visibilityState === 'visible';
        const rest = this.request.isOn ? asking : isSeen ? atRest : 0;
        return this.choice.allows ? rest : 0;
      },
      received: news => this.hear(news),
      asked: () => {
        this.request.beat();
        this.model.lookSoon();
      }
    });
  }
}
