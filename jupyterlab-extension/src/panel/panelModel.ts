import { VDomModel } from '@jupyterlab/ui-components';
import type { StudentChoice } from '../choice/studentChoice';
import type { Overview, SentEvent, Status } from '../server/answers';
import { readOwnWork, type OwnWork } from '../server/ownWork';
import type { ServerExtension } from '../server/serverExtension';

/** Milliseconds in which requests to look again are taken together. */
const SETTLING = 1500;

/** What the panel shows of the server extension's answers. */
export class PanelModel extends VDomModel {
  status: Status | undefined;
  sent: readonly SentEvent[] = [];
  own: OwnWork | undefined;
  /** Whether the server extension did not answer the last time. */
  isUnreachable = false;
  /** Whether the panel can be seen: nothing is asked for otherwise. */
  isShown = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly server: ServerExtension,
    private readonly choice: StudentChoice
  ) {
    super();
  }

  /** Somebody else is the student: what was sent and the own work were another's. */
  forget(): void {
    this.sent = [];
    this.own = undefined;
    this.stateChanged.emit();
  }

  /** Something may be new: looks, soon, if the panel is seen. */
  lookSoon(): void {
    if (this.isShown && this.timer === undefined) {
      this.timer = setTimeout(() => void this.look(), SETTLING);
    }
  }

  /** Asks the server extension for everything that the panel shows. */
  async look(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await (this.isShown
      ? this.read(async () => this.take(await this.server.overview()))
      : this.lookAtStatus());
  }

  /** Asks only how things stand, and for the choice, where it is not known yet. */
  lookAtStatus(): Promise<void> {
    return this.read(() => this.server.status());
  }

  private take({ status, sent, own }: Overview): Status {
    const before = this.status?.identity.student;
    if (own !== null) {
      this.own = readOwnWork(own);
    } else if (status.identity.student !== before) {
      this.own = undefined;
    }
    this.sent = sent;
    return status;
  }

  private async read(ask: () => Promise<Status>): Promise<void> {
    try {
      // What a server extension says of a choice before it was asked for it holds for
      // clients that know no notice.
      if (this.choice.current === undefined) {
        await this.choice.refresh();
      }
      this.status = await ask();
      this.isUnreachable = false;
      this.choice.adopt(this.status.choice);
    } catch {
      this.isUnreachable = true;
    }
    this.stateChanged.emit();
  }
}
