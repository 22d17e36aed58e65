import { Signal } from '@lumino/signaling';
import type { ServerExtension } from './serverExtension';

/** How the student of a Jupyter server became another: joined a class, or left it. */
export type StudentChange = 'joined' | 'left';

/** Tells the pages of one browser that the student of their Jupyter server is another. */
export class StudentChanges {
  /** Emitted when another page has told of one. */
  readonly heard = new Signal<this, StudentChange>(this);
  private readonly channel: BroadcastChannel;

  constructor(server: ServerExtension) {
    const name = `cell-monitor:student:${server.address}`;
    this.channel = new BroadcastChannel(name);
    this.channel.onmessage = ({ data }) =>
      this.heard.emit(data as StudentChange);
  }

  /** Tells the other pages. */
  tell(change: StudentChange): void {
    this.channel.postMessage(change);
  }
}
